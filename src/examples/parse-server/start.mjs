// Parse Server with the classes of a gallery, on the PostgreSQL whose address is given.
import express from 'express';
import FilesAdapter from '@parse/fs-files-adapter';
import { ParseServer } from 'parse-server';

const [, , database, port = '1337'] = process.argv;
if (!database) {
  console.error('usage: node start.mjs postgres://… [port]');
  process.exit(3);
}
const server = new ParseServer({
  databaseURI: database,
  appId: 'meanwhile',
  masterKey: 'only-for-tests',
  serverURL: `http://127.0.0.1:${port}/parse`,
  allowClientClassCreation: true,
  enforcePrivateUsers: true,
  filesAdapter: new FilesAdapter({ filesSubDirectory: 'pictures' }),
  fileUpload: { enableForAuthenticatedUser: true },
  logLevel: 'error',
  verbose: false,
});
await server.start();
express()
  .use('/parse', server.app)
  .listen(Number(port), '127.0.0.1', () => console.log(`Parse Server listens on port ${port}`));
