// For benchmarks with tens of thousands of rows. Azurite looks a row up by its partition and then goes through all of that; Azure's tables
// know both keys. With this its own index of row keys comes first, and what it answers stays the same. Load it into Azurite's process:
// NODE_OPTIONS="--require=$PWD/tests/Distribution.Benchmarks/azurite-by-row.cjs"
const Module = require('node:module');

const load = Module._load;
const patched = new WeakSet();

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === 'lokijs' && !patched.has(loaded)) {
    patched.add(loaded);
    rowFirst(loaded.Collection.prototype);
  }
  return loaded;
};

function rowFirst(collection) {
  const findOne = collection.findOne;
  collection.findOne = function (query) {
    const isRow = query?.PartitionKey !== undefined && query?.RowKey !== undefined;
    return findOne.call(this, isRow ? { RowKey: query.RowKey, ...query } : query);
  };
}
