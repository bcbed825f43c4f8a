// A print works: jobs that are put, started, and then, later and by themselves, done or failed.
//
//   node jobs.mjs [--port 8103] [--host 127.0.0.1] [--data DIR] [--broken FAULT]
//
// A job is made with a number: so many tries fail before one succeeds.
import { conflict, whole } from '../shop/server.mjs';
import { service } from './service.mjs';

const { alone, broken, existing, records, routesOf, start } = service('jobs', 8103, [
  'ends-what-is-cancelled',
  'hands-out-twice',
  'hands-out-failures',
]);

const PAGES = 10;
const place = (id) => `jobs/${id}`;
const sheets = (id) => `sheets/${id}`;

/** Changes the status of a job in its turn, if it is one of these; otherwise refuses. */
const change = (id, allowed, otherwise, status) => alone([place(id)], async () => {
  const job = await existing(place(id));
  if (!allowed.includes(job.status)) throw conflict(otherwise);
  await records.write(place(id), { ...job, status });
});

/** Prints sheet after sheet; the job may be cancelled or removed meanwhile. */
async function print(id) {
  const begun = await records.read(place(id));
  for (let sheet = 1; sheet <= PAGES; sheet++) {
    await records.write(sheets(id), { sheet });
  }
  await alone([place(id)], async () => {
    const job = broken('ends-what-is-cancelled') ? begun : await records.read(place(id));
    if (job?.status !== 'running') return;
    const [status, fails] = job.fails > 0 ? ['failed', job.fails - 1] : ['done', 0];
    await records.write(place(id), { ...job, status, fails });
  });
  await records.remove(sheets(id));
}

const printLater = (id) => goOn(new Promise(setImmediate).then(() => print(id)).catch(console.error));

const begin = async ({ id }) => {
  await change(id, ['waiting'], 'begun', 'running');
  printLater(id);
  return [202];
};

const retry = async ({ id }) => {
  await change(id, ['failed'], 'not-failed', 'running');
  printLater(id);
  return [202];
};

const cancel = async ({ id }) => {
  await change(id, ['waiting', 'running'], 'over', 'cancelled');
  return [204];
};

const fetchOf = async ({ id }) => {
  const allowed = broken('hands-out-failures') ? ['done', 'failed'] : ['done'];
  const check = async () => {
    const { status } = await existing(place(id));
    if (!allowed.includes(status)) throw conflict('not-done');
  };
  if (broken('hands-out-twice')) await check();
  return alone([place(id)], async () => {
    if (!broken('hands-out-twice')) await check();
    await records.write(place(id), { ...(await existing(place(id))), status: 'fetched' });
    return [200];
  });
};

const goOn = start({
  ...routesOf('jobs', ({ fails }) => ({ status: 'waiting', fails: whole(fails ?? 0, 0) }), (job) => job),
  'POST /jobs/:id/start': begin,
  'POST /jobs/:id/retry': retry,
  'POST /jobs/:id/cancel': cancel,
  'POST /jobs/:id/fetch': fetchOf,
});
