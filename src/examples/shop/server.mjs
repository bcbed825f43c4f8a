// A small HTTP server of JSON: finds the handler of a request, answers what it returns or refuses.
// The shop and the services in ../contracts use it.
import { createServer } from 'node:http';

const LONGEST_BODY = 65536;

/** Thrown by a handler that does not do what it was asked. */
class Refusal extends Error {
  constructor(status, error) {
    super(error);
    this.status = status;
  }
}

export const conflict = (error) => new Refusal(409, error);
export const invalid = () => new Refusal(422, 'invalid');
export const unknown = () => new Refusal(404, 'unknown');
export const forbidden = (error) => new Refusal(403, error);
export const unpaid = () => new Refusal(502, 'unpaid');

export function text(value) {
  if (typeof value !== 'string' || value.trim() === '') throw invalid();
  return value;
}

export function whole(value, least) {
  if (!Number.isSafeInteger(value) || value < least) throw invalid();
  return value;
}

/** An id in a path or a body. It becomes part of the name of a file, so it must look like an id. */
export function idIn(value) {
  if (!/^[0-9a-f-]{1,40}$/.test(text(value))) throw unknown();
  return value;
}

/**
 * Serves routes such as `DELETE /shows/:id/bookings/:id`. A handler is told the `kind` (shows), the `id`, the
 * `partId`, the `query`, the `body`, and `who` acts; it returns a status and what to say.
 * Asked to end, the server finishes what it is doing, and then tidies up. Returns how a handler leaves work that goes
 * on after its answer.
 */
export function serve(routes, { host, port, name }, tidyUp) {
  const busy = new Set();
  const goOn = (work) => {
    busy.add(work);
    work.finally(() => busy.delete(work));
  };
  const server = createServer((request, response) => {
    goOn(answer(routes, request).then(([status, content]) => send(response, status, content)));
  });
  server.keepAliveTimeout = 60_000; // clients that pause for a while keep their connections
  server.listen(Number(port), host, () =>
    console.log(`The ${name} listens on http://${host}:${server.address().port}`));
  const end = async (status) => {
    server.close();
    server.closeAllConnections();
    while (busy.size > 0) await Promise.allSettled(busy);
    await tidyUp();
    process.exit(status);
  };
  process.once('SIGTERM', () => end(0));
  process.once('SIGINT', () => end(0));
  server.on('error', (problem) => {
    console.error(`The ${name} cannot listen on ${host}:${port}: ${problem.message}`);
    end(1);
  });
  return goOn;
}

async function answer(routes, request) {
  try {
    const [path, ...query] = request.url.split('?');
    const pieces = path.split('/');
    const [, kind, id, , partId] = pieces;
    const body = await bodyOf(request);
    const route = `${request.method} ${pieces.map((piece, at) => (at === 2 || at === 4 ? ':id' : piece)).join('/')}`;
    if (!Object.hasOwn(routes, route)) throw unknown();
    for (const each of [id, partId]) if (each !== undefined) idIn(each);
    const who = body.buyer ?? request.headers['x-buyer'] ?? request.headers['x-user'];
    return await routes[route]({ kind, id, partId, query: new URLSearchParams(query.join('?')), body, who });
  } catch (problem) {
    if (problem instanceof Refusal) return [problem.status, { error: problem.message }];
    if (problem.code !== 'ECONNRESET') console.error(problem); // else the client has left
    return [500, { error: 'internal' }];
  }
}

async function bodyOf(request) {
  let content = '';
  request.setEncoding('utf8');
  for await (const piece of request) {
    if (content.length <= LONGEST_BODY) content += piece;
  }
  if (content === '') return {};
  if (content.length > LONGEST_BODY) throw invalid();
  try {
    const body = JSON.parse(content);
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body;
  } catch {
    // not JSON
  }
  throw invalid();
}

function send(response, status, content) {
  response.writeHead(status, content === undefined ? {} : { 'Content-Type': 'application/json' });
  response.end(content === undefined ? undefined : JSON.stringify(content));
}
