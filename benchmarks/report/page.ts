export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Light or dark as the reader has it; colours of Okabe and Ito, told apart without red and green. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2129, #e6e6e6); --dim: light-dark(#5b6270, #a3a9b5);
  --paper: light-dark(#fdfdfc, #16181d); --line: light-dark(#d9dce2, #353a45); --ours: light-dark(#0072b2, #56b4e9);
  --others: light-dark(#b5bac4, #5a606c); --bad: light-dark(#a3231f, #ff8f85); --c2: light-dark(#c25700, #e69f00);
  --c3: light-dark(#00775a, #2cc49a); --c4: light-dark(#a14a83, #e08fc3);
  --c5: light-dark(#7a6a00, #f0e442); --c6: light-dark(#4a4f5c, #b9c0cf); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; } p { margin: .4rem 0 .8rem; }
.dim { color: var(--dim); } .wrong, .failed { color: var(--bad); } .left-out { color: var(--dim); }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: normal; } tbody th { font-weight: normal; white-space: nowrap; } .number { text-align: right; white-space: nowrap; }
svg { display: block; width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg .dim { fill: var(--dim); }
.ours { fill: var(--ours); } .others { fill: var(--others); } .range { stroke: var(--ink); stroke-width: 1; } .cut { stroke: var(--paper); stroke-width: 2; fill: none; } .bars { max-width: 32rem; }
.axis { stroke: var(--line); stroke-width: 1; } .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem 1.5rem; }
figure { margin: 0; } figcaption { font-size: .9rem; } summary { cursor: pointer; color: var(--dim); font-size: .9rem; }
`;
