// To-do lists that several people keep. Who adds a to-do sends a key: the same key is the same to-do, so whoever got no
// answer may send it again.
//
//   node todos.mjs [--port 8104] [--host 127.0.0.1] [--data DIR] [--broken FAULT]
import { conflict, text } from '../shop/server.mjs';
import { service } from './service.mjs';

const { alone, broken, existing, records, routesOf, start } = service('todos', 8104, [
  'asks-for-the-key-too-early',
  'forgets-the-key',
  'counts-twice',
]);

const place = (id) => `lists/${id}`;

/** What is kept of the keys: all that were ever used, or only those of what is still open. */
const known = ({ keys, open }) => (broken('forgets-the-key') ? open : keys);

const add = async ({ id, body }) => {
  const key = text(body.key);
  const isKnown = async () => known(await existing(place(id))).includes(key);
  const early = broken('asks-for-the-key-too-early') ? await isKnown() : null;
  return alone([place(id)], async () => {
    if (early ?? (await isKnown())) return [201];
    const list = await existing(place(id));
    await records.write(place(id), { ...list, keys: [...list.keys, key], open: [...list.open, key] });
    return [201];
  });
};

const complete = ({ id, body }) => alone([place(id)], async () => {
  const key = text(body.key);
  const list = await existing(place(id));
  const isDone = list.done.includes(key);
  if (isDone && !broken('counts-twice')) throw conflict('done-already');
  if (!isDone && !list.open.includes(key)) throw conflict('not-on-the-list');
  await records.write(place(id), {
    ...list,
    open: list.open.filter((one) => one !== key),
    done: isDone ? list.done : [...list.done, key],
    completed: list.completed + 1,
  });
  return [200];
});

const remove = ({ id, body }) => alone([place(id)], async () => {
  const key = text(body.key);
  const list = await existing(place(id));
  if (!list.open.includes(key) && !list.done.includes(key)) throw conflict('not-on-the-list');
  const others = (keys) => keys.filter((one) => one !== key);
  await records.write(place(id), { ...list, open: others(list.open), done: others(list.done) });
  return [204];
});

start({
  ...routesOf('lists', () => ({ keys: [], open: [], done: [], completed: 0 }), ({ keys, ...list }) => list),
  'POST /lists/:id/todos': add,
  'POST /lists/:id/completions': complete,
  'POST /lists/:id/removals': remove,
});
