// A bank: accounts, deposits, withdrawals and transfers.
//
//   node bank.mjs [--port 8101] [--host 127.0.0.1] [--data DIR] [--broken FAULT]
import { conflict, idIn, invalid, whole } from '../shop/server.mjs';
import { service } from './service.mjs';

const { alone, broken, existing, records, routesOf, start } = service('bank', 8101, [
  'withdraws-by-an-old-balance',
  'locks-only-the-payer',
  'keeps-the-last-penny',
]);

const place = (id) => `accounts/${id}`;

const put = (account, sum) => records.write(place(account.id), { ...account, balance: account.balance + sum });

const isEnough = ({ balance }, sum) => (broken('keeps-the-last-penny') ? balance > sum : balance >= sum);

const deposit = ({ id, body }) => alone([place(id)], async () => {
  const sum = whole(body.sum, 1);
  await put(await existing(place(id)), sum);
  return [201];
});

const withdraw = async ({ id, body }) => {
  const sum = whole(body.sum, 1);
  const old = broken('withdraws-by-an-old-balance') ? await existing(place(id)) : null;
  return alone([place(id)], async () => {
    const account = old ?? (await existing(place(id)));
    if (!isEnough(account, sum)) throw conflict('not-enough');
    await put(account, -sum);
    return [201];
  });
};

const transfer = async ({ body }) => {
  const [from, to] = [idIn(body.from), idIn(body.to)];
  const sum = whole(body.sum, 1);
  if (from === to) throw invalid();
  const locked = broken('locks-only-the-payer') ? [place(from)] : [place(from), place(to)];
  return alone(locked, async () => {
    const payer = await existing(place(from));
    const payee = await existing(place(to));
    if (!isEnough(payer, sum)) throw conflict('not-enough');
    await put(payer, -sum);
    await put(payee, sum);
    return [201];
  });
};

start({
  ...routesOf('accounts', ({ balance }) => ({ balance: whole(balance, 0) }), (account) => account),
  'POST /accounts/:id/deposits': deposit,
  'POST /accounts/:id/withdrawals': withdraw,
  'POST /transfers': transfer,
});
