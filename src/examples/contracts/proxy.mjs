// Stands before a service and loses some of its answers: the service did what it was asked, and nobody is told.
//
//   node proxy.mjs --port 8111 --to http://127.0.0.1:8101 [--host 127.0.0.1] [--loses 50]
//                 [--spares '^POST /accounts$']
//
// Of every 50 answers to POST, PUT, PATCH and DELETE one is lost, each time another one of the 50, so that all kinds
// of calls are hit. Answers to calls that fit the regular expression of --spares are never lost.
import { Agent, createServer, request as call } from 'node:http';
import { parseArgs } from 'node:util';

const { values: settings } = parseArgs({
  options: {
    port: { type: 'string', default: '8111' },
    host: { type: 'string', default: '127.0.0.1' },
    to: { type: 'string', default: 'http://127.0.0.1:8101' },
    loses: { type: 'string', default: '50' },
    spares: { type: 'string', default: '(?!)' }, // fits nothing
  },
});
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];
const GOLDEN = 0.618034; // parts of it, one after another, are spread evenly
const each = Number(settings.loses);
if (!Number.isSafeInteger(each) || each < 1) {
  console.error(`--loses is a whole number above 0, not ${settings.loses}`);
  process.exit(3);
}
const spared = new RegExp(settings.spares);
const upstream = new Agent({ keepAlive: true });
let writes = 0;
let lost = 0;

/** Whether the answer to this call is lost. */
function loses({ method, url }) {
  if (!WRITES.includes(method) || spared.test(`${method} ${url}`)) return false;
  const block = Math.floor(writes / each);
  const one = Math.floor(each * ((block * GOLDEN + 0.5) % 1));
  return writes++ % each === one;
}

/** Forwards a request; what the client does meanwhile changes nothing about it. */
function forward(request, body, answered) {
  const { method, url, headers } = request;
  const onward = call(new URL(url, settings.to), { method, headers, agent: upstream }, (response) => {
    const pieces = [];
    response.on('data', (piece) => pieces.push(piece));
    response.on('end', () => answered(response.statusCode, response.headers, Buffer.concat(pieces)));
  });
  onward.on('error', () => answered(502, {}, Buffer.alloc(0)));
  onward.end(body);
}

const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => forward(request, Buffer.concat(pieces), (status, headers, body) => {
    if (loses(request)) {
      lost++;
      request.socket.destroy();
    } else {
      response.writeHead(status, headers);
      response.end(body);
    }
  }));
});
server.keepAliveTimeout = 60_000;
server.listen(Number(settings.port), settings.host, () =>
  console.log(`The proxy listens on http://${settings.host}:${server.address().port}, before ${settings.to}`));
const end = () => {
  console.log(`Of ${writes} answers to writes ${lost} were lost.`);
  process.exit(0);
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
