/** Numbers that look random and are the same on every run: mulberry32 over a text. */
export class Random {
  #state = 2166136261;

  constructor(seed) {
    for (const character of seed) this.#state = Math.imul(this.#state ^ character.codePointAt(0), 16777619);
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From 0 up to, and without, the number. */
  below(count) {
    return Math.floor(this.next() * count);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}
