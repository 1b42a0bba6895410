// For tests with a thousand sets of tables, and for benchmarks with tens of thousands of rows. Azurite goes through all tables to find one by
// its name, and through a whole partition to find a row; Azure does neither. With this its maps and indexes come first, and what it answers
// stays the same. Load it into Azurite's process:
// NODE_OPTIONS="--require=$PWD/tests/Distribution.Testing/azurite-by-name.cjs"
const Module = require('node:module');

const registry = '$TABLES_COLLECTION$';
const load = Module._load;
const patched = new WeakSet();

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === 'lokijs' && !patched.has(loaded)) {
    patched.add(loaded);
    collectionsByName(loaded.prototype);
    documentsByName(loaded.Collection.prototype);
  }
  return loaded;
};

function collectionsByName(database) {
  const { addCollection } = database;
  const names = new WeakMap();
  const of = db => {
    if (!names.has(db)) names.set(db, new Map(db.collections.map(collection => [collection.name, collection])));
    return names.get(db);
  };
  database.getCollection = function (name) {
    return of(this).get(name) ?? null;
  };
  database.addCollection = function (name, options) {
    const added = addCollection.call(this, name, options);
    of(this).set(name, added);
    return added;
  };
  for (const change of ['removeCollection', 'renameCollection', 'loadJSONObject']) forgetBefore(database, change, names);
}

function documentsByName(collection) {
  const { findOne, insert } = collection;
  const tables = new WeakMap();
  const key = (account, table) => `${account}/${table.toLowerCase()}`;
  const of = registered => {
    if (!tables.has(registered)) tables.set(registered, new Map(registered.data.map(table => [key(table.account, table.table), table])));
    return tables.get(registered);
  };

  // What most documents have in common is looked at last.
  collection.findOne = function (query) {
    const table = this.name === registry ? /^(?:\^|\\b)(\w+)(?:\$|\\b)$/.exec(query.table?.$regex?.[0]) : null;
    if (table) return of(this).get(key(query.account, table[1])) ?? null;
    const { PartitionKey, accountName, ...rest } = query ?? {};
    return findOne.call(this, { ...rest, ...(PartitionKey !== undefined && { PartitionKey }), ...(accountName !== undefined && { accountName }) });
  };
  collection.insert = function (document, ...rest) {
    const inserted = insert.call(this, document, ...rest);
    if (this.name === registry) of(this).set(key(inserted.account, inserted.table), inserted);
    return inserted;
  };
  forgetBefore(collection, 'remove', tables);
}

function forgetBefore(prototype, change, known) {
  const original = prototype[change];
  prototype[change] = function (...all) {
    known.delete(this);
    return original.apply(this, all);
  };
}
