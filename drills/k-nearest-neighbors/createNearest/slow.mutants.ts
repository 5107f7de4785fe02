import {
  type Attempt,
  built,
  byDistanceThenIndex,
  type Candidate,
  check,
  checkRow,
  indicesOf,
  type Order,
  squared,
} from './kit.mutants.ts';

/** The position in a sorted list, by halving. */
function position(sorted: readonly Candidate[], candidate: Candidate, order: Order): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(sorted[middle], candidate) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Link {
  readonly candidate: Candidate;
  next?: Link | undefined;
}

export const slow: Attempt[] = [
  {
    says: 'finds the place by halving, but splices into a sorted list',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        kept.splice(position(kept, candidate, order), 0, candidate);
        if (kept.length > k) kept.pop();
      },
      result: indicesOf,
    }),
  },
  {
    says: 'moves neighbours one by one, as insertion sort does',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        if (kept.length === k) {
          if (order(candidate, kept[k - 1]) > 0) return;
          kept.pop();
        }
        let at = kept.length;
        for (; at > 0 && order(kept[at - 1], candidate) > 0; at--) kept[at] = kept[at - 1];
        kept[at] = candidate;
      },
      result: indicesOf,
    }),
  },
  {
    says: 'sorts the k neighbours at each push',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        kept.push(candidate);
        kept.sort(order).splice(k);
      },
      result: indicesOf,
    }),
  },
  {
    says: 'sorts the neighbours with the new rows once as many as the square root of k have come',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: {
      createNearest(query, k) {
        check(query, k);
        let kept: Candidate[] = [];
        let fresh: Candidate[] = [];
        const tidy = () => {
          kept = [...kept, ...fresh].sort(byDistanceThenIndex).slice(0, k);
          fresh = [];
        };
        return {
          push(row, index) {
            checkRow(query, row);
            fresh.push({ distance: squared(row, query), index });
            if (fresh.length ** 2 > Math.max(k, kept.length)) tidy();
          },
          result() {
            tidy();
            return indicesOf(kept);
          },
        };
      },
    },
  },
  {
    says: 'looks for the worst of the k at each push that is near enough',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        if (kept.length < k) {
          kept.push(candidate);
          return;
        }
        let worst = 0;
        for (let at = 1; at < k; at++) if (order(kept[at], kept[worst]) > 0) worst = at;
        if (order(candidate, kept[worst]) < 0) kept[worst] = candidate;
      },
    }),
  },
  {
    says: 'filters the worst out into a new list at each push',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        kept.push(candidate);
        if (kept.length <= k) return;
        const worst = kept.reduce((a, b) => (order(a, b) > 0 ? a : b));
        const others = kept.filter((other) => other !== worst);
        kept.length = 0;
        for (const other of others) kept.push(other);
      },
    }),
  },
  {
    says: 'walks along a linked list to the place of each new neighbour',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: {
      createNearest(query, k) {
        check(query, k);
        const head: Link = { candidate: { distance: -1, index: -1 } }; // farthest after it
        let size = 0;
        return {
          push(row, index) {
            checkRow(query, row);
            const candidate = { distance: squared(row, query), index };
            let before = head;
            while (before.next && byDistanceThenIndex(before.next.candidate, candidate) > 0) before = before.next;
            before.next = { candidate, next: before.next };
            if (size === k) head.next = head.next?.next;
            else size++;
          },
          result() {
            const found: number[] = [];
            for (let link = head.next; link; link = link.next) found.push(link.candidate.index);
            return found.reverse();
          },
        };
      },
    },
  },
  {
    says: 'keeps every row and sorts them all for a result',
    dies: 'grows with nSamples no faster than it must, on rows with a result now and then, k = 4',
    solution: built({
      keep(kept, candidate) {
        kept.push(candidate);
      },
      result: (kept, k) => indicesOf([...kept].sort(byDistanceThenIndex).slice(0, k)),
    }),
  },
  {
    says: 'gives its result by taking the least of the k over and over',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      result(kept) {
        const rest = [...kept];
        const found: number[] = [];
        while (rest.length > 0) {
          let least = 0;
          for (let at = 1; at < rest.length; at++) if (byDistanceThenIndex(rest[at], rest[least]) < 0) least = at;
          found.push(rest[least].index);
          rest[least] = rest[rest.length - 1];
          rest.pop();
        }
        return found;
      },
    }),
  },
  {
    says: 'rebuilds its heap from a sorted copy at each push that changes it',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        if (kept.length === k && order(candidate, kept[0]) > 0) return;
        const sorted = [...kept, candidate].sort((a, b) => order(b, a));
        if (sorted.length > k) sorted.shift();
        for (let at = 0; at < sorted.length; at++) kept[at] = sorted[at];
      },
    }),
  },
  {
    says: 'shifts all neighbours to put a new one in front, then sorts to find the worst',
    dies: 'grows with k no faster than it must, on ever nearer rows',
    solution: built({
      keep(kept, candidate, k, order) {
        kept.unshift(candidate);
        if (kept.length <= k) return;
        const [worst] = [...kept].sort(order).slice(-1);
        kept.splice(kept.indexOf(worst), 1);
      },
    }),
  },
];
