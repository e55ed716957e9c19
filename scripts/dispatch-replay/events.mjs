/** Things that will happen, earliest first; what was planned first comes first at one instant. */
export class Agenda {
  #heap = [];
  #planned = 0;

  get size() {
    return this.#heap.length;
  }

  /** @param {number} at epoch ms */
  add(at, act) {
    this.#heap.push({ at, order: this.#planned++, act });
    for (let i = this.#heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(this.#heap[i], this.#heap[parent])) break;
      [this.#heap[i], this.#heap[parent]] = [this.#heap[parent], this.#heap[i]];
      i = parent;
    }
  }

  peek() {
    return this.#heap[0] ?? null;
  }

  next() {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (this.#heap.length === 0) return first;
    this.#heap[0] = last;
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < this.#heap.length && before(this.#heap[left], this.#heap[least])) least = left;
      if (right < this.#heap.length && before(this.#heap[right], this.#heap[least])) least = right;
      if (least === i) return first;
      [this.#heap[i], this.#heap[least]] = [this.#heap[least], this.#heap[i]];
      i = least;
    }
  }
}

const before = (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order);
