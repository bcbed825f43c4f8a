// What the services of this folder share: settings, records, turns, and one broken form at a time.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Locks, newId, Records } from '../shop/records.mjs';
import { serve, text, unknown } from '../shop/server.mjs';

/**
 * The service of this name. Its handlers take turns at a record with `alone`. Where `broken` is true of a name,
 * the service has this fault.
 */
export function service(name, port, faults) {
  const { values: settings } = parseArgs({
    options: {
      port: { type: 'string', default: String(port) },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      broken: { type: 'string' },
    },
  });
  if (settings.broken !== undefined && !faults.includes(settings.broken)) {
    console.error(`The service ${name} can be broken in these ways: ${faults.join(', ')}`);
    process.exit(3);
  }
  const folder = settings.data ?? mkdtempSync(join(tmpdir(), `${name}-`));
  const records = new Records(folder);
  const locks = new Locks();

  const existing = async (path) => {
    const record = await records.read(path);
    if (record === null) throw unknown();
    return record;
  };
  const alone = (paths, work) => locks.hold(paths, work);

  return {
    records,
    existing,
    alone,
    broken: (fault) => settings.broken === fault,

    /** Creates, shows and removes the things of a kind. */
    routesOf: (kind, make, view) => ({
      [`POST /${kind}`]: async ({ body }) => {
        const id = newId();
        await records.write(`${kind}/${id}`, { id, name: text(body.name), ...make(body) });
        return [201, { id }];
      },
      [`GET /${kind}/:id`]: ({ id }) =>
        alone([`${kind}/${id}`], async () => [200, view(await existing(`${kind}/${id}`))]),
      [`DELETE /${kind}/:id`]: ({ id }) => alone([`${kind}/${id}`], async () => {
        await existing(`${kind}/${id}`);
        await records.remove(`${kind}/${id}`);
        return [204];
      }),
    }),

    start: (routes) => {
      const form = `service ${name}${settings.broken === undefined ? '' : ` (broken: ${settings.broken})`}`;
      return serve({ 'GET /health': () => [200, { up: true }], ...routes }, { ...settings, name: form }, async () => {
        if (settings.data === undefined) await rm(folder, { recursive: true });
      });
    },
  };
}
