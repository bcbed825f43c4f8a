// A practice: slots that patients book and cancel.
//
//   node slots.mjs [--port 8102] [--host 127.0.0.1] [--data DIR] [--broken FAULT]
import { conflict, forbidden, text } from '../shop/server.mjs';
import { service } from './service.mjs';

const { alone, broken, existing, records, routesOf, start } = service('slots', 8102, [
  'looks-before-its-turn',
  'cancels-by-an-old-look',
  'cancels-for-others',
]);

const NOBODY = 'nobody';
const place = (id) => `slots/${id}`;

const book = async ({ id, who }) => {
  const holder = text(who);
  const check = async () => {
    const slot = await existing(place(id));
    if (slot.holder !== NOBODY) throw conflict('taken');
  };
  if (broken('looks-before-its-turn')) await check();
  return alone([place(id)], async () => {
    if (!broken('looks-before-its-turn')) await check();
    await records.write(place(id), { ...(await existing(place(id))), holder });
    return [201];
  });
};

const cancel = async ({ id, who }) => {
  const check = async () => {
    const { holder } = await existing(place(id));
    if (holder === NOBODY) throw conflict('free');
    if (holder !== who && !broken('cancels-for-others')) throw forbidden('not-yours');
  };
  if (broken('cancels-by-an-old-look')) await check();
  return alone([place(id)], async () => {
    if (!broken('cancels-by-an-old-look')) await check();
    await records.write(place(id), { ...(await existing(place(id))), holder: NOBODY });
    return [204];
  });
};

start({
  ...routesOf('slots', () => ({ holder: NOBODY }), (slot) => slot),
  'POST /slots/:id/booking': book,
  'DELETE /slots/:id/booking': cancel,
});
