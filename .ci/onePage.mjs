/** What `npm run check-drill` prints: what the tests say, what failed and why, and how long each file took. */
export default class OnePage {
  onUserConsoleLog({ content }) {
    process.stdout.write(content);
  }

  onTestRunEnd(modules, errors) {
    const lines = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      const failed = tests.filter((test) => test.result().state === 'failed');
      const passed = tests.filter((test) => test.result().state === 'passed').length;
      for (const test of failed) {
        const [{ message = '' } = {}] = test.result().errors ?? [];
        lines.push(`FAILED  ${test.fullName}`, ...message.split('\n').map((line) => `        ${line}`));
      }
      for (const { message } of module.errors()) lines.push(`FAILED  ${module.moduleId}: ${message}`);
      const seconds = (module.diagnostic().duration / 1000).toFixed(1);
      lines.push(
        `${failed.length > 0 ? 'x' : '+'} ${name(module)}: ${passed} passed, ${failed.length} failed, ${seconds} s`,
      );
    }
    console.log(['', ...lines, ...errors.map(({ message }) => `FAILED  ${message}`)].join('\n'));
  }
}

const name = ({ moduleId }) => moduleId.replace(/^.*\/tests\/(.*)\.test\.ts$/, '$1');
