// Chance that falls the same way each time: a small generator of numbers from a seed, and what is drawn with it.

/** A stream of numbers in [0, 1) that depends on the seeds alone (sfc32). */
export function random(...seeds) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (const seed of seeds) {
    a ^= seed;
    for (let round = 0; round < 12; round += 1) next();
  }
  return next;
}

/** A whole number from `low` to `high`, both included. */
export function between(chance, low, high) {
  return low + Math.floor(chance() * (high - low + 1));
}

/** One of a list. */
export function pick(chance, list) {
  return list[Math.floor(chance() * list.length)];
}

/** A function that draws an index of `weights`, in proportion to them. */
export function drawer(weights) {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) {
    total += weights[at];
    sums[at] = total;
  }
  return (chance) => {
    const wanted = chance() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
