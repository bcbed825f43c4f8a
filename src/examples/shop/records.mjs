// The shop's store: each record is a JSON file of its own. And locks, for the repaired form.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const newId = () => randomBytes(6).toString('hex');

/** An id that follows from a text, as an index of a database would find it. */
export const idOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A record that is not there is not an error: it may have been deleted a moment ago. */
async function unlessMissing(promise, instead) {
  try {
    return await promise;
  } catch (problem) {
    if (problem.code === 'ENOENT') return instead;
    throw problem;
  }
}

export class Records {
  #folder;
  #drafts;

  constructor(folder) {
    this.#folder = folder;
    this.#drafts = join(folder, 'drafts');
    mkdirSync(this.#drafts, { recursive: true });
  }

  /** The record at a path such as `shows/1f`, or null. */
  async read(path) {
    const text = await unlessMissing(readFile(this.#file(path), 'utf8'), null);
    return text === null ? null : JSON.parse(text);
  }

  /** All records in a folder such as `shows/1f/bookings`. */
  async list(folder) {
    const names = await unlessMissing(readdir(join(this.#folder, folder)), []);
    const paths = names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name.slice(0, -5)}`);
    const found = await Promise.all(paths.sort().map((path) => this.read(path)));
    return found.filter((record) => record !== null);
  }

  /** Creates or replaces a record. Nobody ever reads half of it: it is written elsewhere and then renamed. */
  async write(path, record) {
    const draft = join(this.#drafts, newId());
    await writeFile(draft, JSON.stringify(record));
    await mkdir(dirname(this.#file(path)), { recursive: true });
    await rename(draft, this.#file(path));
  }

  async remove(path) {
    await rm(this.#file(path), { force: true });
  }

  #file(path) {
    return join(this.#folder, `${path}.json`);
  }
}

/** One lock per name. Who holds several takes them in sorted order, so that nobody waits in a circle. */
export class Locks {
  #last = new Map();

  hold(names, work) {
    return [...new Set(names)].sort().reduceRight((inner, name) => () => this.#queue(name, inner), work)();
  }

  #queue(name, work) {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    const end = turn
      .catch(() => {}) // who waits next does not care how this ended
      .then(() => this.#last.get(name) === end && this.#last.delete(name));
    this.#last.set(name, end);
    return turn;
  }
}
