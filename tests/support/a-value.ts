/** A stored value, in memory. */
export function aValue<Value>(stored: Value) {
  return {
    read: () => Promise.resolve(stored),
    write: (value: Value) => {
      stored = value;
      return Promise.resolve();
    },
  };
}
