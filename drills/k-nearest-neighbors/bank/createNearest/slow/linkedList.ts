// walks along a linked list to the place of each new neighbour
type Row = readonly number[];
type Link = { readonly far: number; readonly index: number; next?: Link | undefined };

export function createNearest(query: Row, k: number) {
  if (query.length === 0 || !query.every(Number.isFinite)) throw new RangeError('query');
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k');
  const head: Link = { far: Infinity, index: -1 }; // the farthest comes after it
  let size = 0;
  return {
    push(row: Row, index: number): void {
      if (row.length !== query.length || !row.every(Number.isFinite)) throw new RangeError('row');
      const far = row.reduce((sum, value, j) => sum + (value - query[j]) ** 2, 0);
      let before = head;
      while (before.next && (before.next.far - far || before.next.index - index) > 0) before = before.next;
      before.next = { far, index, next: before.next };
      if (size === k) head.next = head.next?.next;
      else size++;
    },
    result(): number[] {
      const found: number[] = [];
      for (let link = head.next; link; link = link.next) found.push(link.index);
      return found.reverse();
    },
  };
}
