/** Answers that are worked out once. */

/** Remembers the last answer; arguments are compared by identity. */
export function memoLast(compute) {
  let before = null;
  let value;
  return (...args) => {
    if (before === null || args.some((arg, index) => arg !== before[index])) {
      [before, value] = [args, compute(...args)];
    }
    return value;
  };
}

/** Computes the answer for each key once, when it is first asked for. */
export function memoEach(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}
