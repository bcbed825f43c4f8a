// A small shop: shows, seats, coupons, articles, accounts, rooms, names and orders.
//
//   node shop.mjs [--port 8090] [--host 127.0.0.1] [--repaired] [--data DIR] [--payments http://127.0.0.1:8092]
//
// Each handler reads records, decides, and writes. Nothing keeps two handlers from doing so at the same
// moment: that is the fault of this shop. With --repaired, handlers of the same record take turns
// (see `alone`). One call at a time, both forms behave the same.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { idOf, Locks, newId, Records } from './records.mjs';
import { conflict, idIn, invalid, serve, text, unknown, unpaid, whole } from './server.mjs';

const { values: settings } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    host: { type: 'string', default: '127.0.0.1' },
    repaired: { type: 'boolean', default: false },
    data: { type: 'string' },
    payments: { type: 'string', default: 'http://127.0.0.1:8092' },
  },
});
const folder = settings.data ?? mkdtempSync(join(tmpdir(), 'shop-'));
const records = new Records(folder);
const locks = new Locks();

/** Does the work while no other handler works on the same records; in the broken form, simply does it. */
const alone = settings.repaired ? (paths, work) => locks.hold(paths, work) : (paths, work) => work();

async function existing(path) {
  const record = await records.read(path);
  if (record === null) throw unknown();
  return record;
}

async function add(path, record) {
  const id = newId();
  await records.write(`${path}/${id}`, { id, ...record });
  return id;
}

// What there is: how it is created, which records belong to it, and what a look at it shows.
const kinds = {
  shows: {
    make: ({ name, seats }) => ({ name: text(name), seats: whole(seats, 1), free: seats }),
    parts: 'bookings',
    view: ({ id, name, free }, bookings) => ({ id, name, free, bookings: bookings.sort((a, b) => a.seat - b.seat) }),
  },
  seats: {
    make: ({ name }) => ({ name: text(name), holder: null, hold: null }),
    view: ({ id, name, holder }) => ({ id, name, holder }),
  },
  coupons: {
    make: ({ code }) => ({ code: text(code), used: false }),
    parts: 'redemptions',
    view: ({ id, code }, redemptions) => ({ id, code, redeemed: redemptions.length }),
  },
  articles: {
    make: ({ name, stock }) => ({ name: text(name), stock: whole(stock, 0) }),
    parts: 'purchases',
    view: (article) => article,
  },
  accounts: {
    make: ({ owner, balance }) => ({ owner: text(owner), balance: whole(balance, 0) }),
    view: (account) => account,
  },
  transfers: { view: (transfer) => transfer },
  rooms: {
    make: ({ name }) => ({ name: text(name) }),
    parts: 'reservations',
    view: (room, reservations) => ({ ...room, reservations: reservations.sort((a, b) => a.from - b.from) }),
  },
  orders: { view: (order) => order },
};

const create = async ({ kind, body }) => [201, { id: await add(kind, kinds[kind].make(body)) }];

const look = ({ kind, id }) => alone([`${kind}/${id}`], async () => {
  const { parts, view } = kinds[kind];
  const record = await existing(`${kind}/${id}`);
  return [200, view(record, parts ? await records.list(`${kind}/${id}/${parts}`) : [])];
});

const remove = ({ kind, id }) => alone([`${kind}/${id}`], async () => {
  const { parts } = kinds[kind];
  await existing(`${kind}/${id}`);
  for (const part of parts ? await records.list(`${kind}/${id}/${parts}`) : []) {
    await records.remove(`${kind}/${id}/${parts}/${part.id}`);
  }
  await records.remove(`${kind}/${id}`);
  return [204];
});

const book = ({ id, who }) => alone([`shows/${id}`], async () => {
  const buyer = text(who);
  const show = await existing(`shows/${id}`);
  if (show.free < 1) throw conflict('sold-out');
  const taken = new Set((await records.list(`shows/${id}/bookings`)).map((booking) => booking.seat));
  let seat = 1;
  while (taken.has(seat)) seat++;
  const booking = await add(`shows/${id}/bookings`, { buyer, seat });
  await records.write(`shows/${id}`, { ...show, free: show.free - 1 });
  return [201, { id: booking, seat }];
});

const cancelBooking = ({ id, partId }) => alone([`shows/${id}`], async () => {
  const show = await existing(`shows/${id}`);
  await existing(`shows/${id}/bookings/${partId}`);
  await records.remove(`shows/${id}/bookings/${partId}`);
  await records.write(`shows/${id}`, { ...show, free: show.free + 1 });
  return [204];
});

const hold = ({ id, who }) => alone([`seats/${id}`], async () => {
  const holder = text(who);
  const seat = await existing(`seats/${id}`);
  if (seat.holder !== null) throw conflict('taken');
  const holding = newId();
  await records.write(`seats/${id}`, { ...seat, holder, hold: holding });
  return [201, { id: holding }];
});

const release = ({ id, partId }) => alone([`seats/${id}`], async () => {
  const seat = await existing(`seats/${id}`);
  if (seat.hold !== partId) throw unknown();
  await records.write(`seats/${id}`, { ...seat, holder: null, hold: null });
  return [204];
});

const redeem = ({ id, who }) => alone([`coupons/${id}`], async () => {
  const coupon = await existing(`coupons/${id}`);
  if (coupon.used) throw conflict('used-up');
  const redemption = await add(`coupons/${id}/redemptions`, { buyer: who });
  await records.write(`coupons/${id}`, { ...coupon, used: true });
  return [201, { id: redemption }];
});

const purchase = ({ id, body, who }) => alone([`articles/${id}`], async () => {
  const quantity = whole(body.quantity, 1);
  const article = await existing(`articles/${id}`);
  if (article.stock < quantity) throw conflict('out-of-stock');
  const sale = await add(`articles/${id}/purchases`, { quantity, buyer: who });
  await records.write(`articles/${id}`, { ...article, stock: article.stock - quantity });
  return [201, { id: sale }];
});

const transfer = ({ body }) => {
  const [from, to] = [idIn(body.from), idIn(body.to)];
  const amount = whole(body.amount, 1);
  if (from === to) throw invalid();
  return alone([`accounts/${from}`, `accounts/${to}`], async () => {
    const payer = await existing(`accounts/${from}`);
    const payee = await existing(`accounts/${to}`);
    if (payer.balance < amount) throw conflict('insufficient-funds');
    await records.write(`accounts/${from}`, { ...payer, balance: payer.balance - amount });
    await records.write(`accounts/${to}`, { ...payee, balance: payee.balance + amount });
    return [201, { id: await add('transfers', { from, to, amount }) }];
  });
};

const reserve = ({ id, body, who }) => alone([`rooms/${id}`], async () => {
  const [from, until, guest] = [whole(body.from, 0), whole(body.until, 1), text(body.guest ?? who)];
  if (from >= until) throw invalid();
  await existing(`rooms/${id}`);
  const others = await records.list(`rooms/${id}/reservations`);
  if (others.some((other) => from < other.until && other.from < until)) throw conflict('overlaps');
  return [201, { id: await add(`rooms/${id}/reservations`, { from, until, guest }) }];
});

const cancelReservation = ({ id, partId }) => alone([`rooms/${id}`], async () => {
  await existing(`rooms/${id}/reservations/${partId}`);
  await records.remove(`rooms/${id}/reservations/${partId}`);
  return [204];
});

// Who claimed a name is found by the name: it has a folder of its own.
const claim = ({ body, who }) => {
  const name = text(body.name);
  const place = `names/${idOf(name)}`;
  return alone([place], async () => {
    if ((await records.list(place)).length > 0) throw conflict('name-taken');
    const id = `${idOf(name)}-${newId()}`;
    await records.write(`${place}/${id}`, { id, name, owner: who });
    return [201, { id }];
  });
};

const whoseName = ({ query }) => {
  const place = `names/${idOf(text(query.get('name')))}`;
  return alone([place], async () => [200, await records.list(place)]);
};

const giveUpName = ({ id }) => {
  const place = `names/${id.split('-')[0]}`;
  return alone([place], async () => {
    await existing(`${place}/${id}`);
    await records.remove(`${place}/${id}`);
    return [204];
  });
};

/** Has the payment service charge an order; each time it is asked, it does. */
async function charge(what) {
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(what) };
  const answer = await fetch(`${settings.payments}/charges`, request).catch(() => null);
  if (answer?.status !== 201) throw unpaid();
}

// The same key is the same order, however often it is sent, and is charged once.
const order = ({ body }) => {
  const [article, key] = [text(body.article), text(body.key)];
  const id = idOf(key);
  return alone([`orders/${id}`], async () => {
    const known = await records.read(`orders/${id}`);
    if (known !== null && known.article !== article) throw invalid();
    if (known === null) {
      await charge({ order: id, reference: key });
      await records.write(`orders/${id}`, { id, article, key });
    }
    return [201, { id }];
  });
};

const routes = {
  'GET /health': () => [200, { up: true }],
  'POST /shows/:id/bookings': book,
  'DELETE /shows/:id/bookings/:id': cancelBooking,
  'POST /seats/:id/holds': hold,
  'DELETE /seats/:id/holds/:id': release,
  'POST /coupons/:id/redemptions': redeem,
  'POST /articles/:id/purchases': purchase,
  'POST /transfers': transfer,
  'POST /rooms/:id/reservations': reserve,
  'DELETE /rooms/:id/reservations/:id': cancelReservation,
  'POST /names': claim,
  'GET /names': whoseName,
  'DELETE /names/:id': giveUpName,
  'POST /orders': order,
};
for (const [kind, { make }] of Object.entries(kinds)) {
  if (make) routes[`POST /${kind}`] = create;
  routes[`GET /${kind}/:id`] = look;
  routes[`DELETE /${kind}/:id`] = remove;
}

serve(routes, { ...settings, name: settings.repaired ? 'repaired shop' : 'shop' }, async () => {
  if (settings.data === undefined) await rm(folder, { recursive: true });
});
