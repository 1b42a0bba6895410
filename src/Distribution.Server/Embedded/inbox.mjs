// The development inbox is maildev with nothing but the settings below. Its command line would also read
// the environment and files of parent folders, and either could make it pass mails on.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const loopback = '127.0.0.1';
const [modules, mailDirectory, smtpPort, webPort] = process.argv.slice(2);
const { MailDev } = await import(pathToFileURL(join(modules, 'maildev', 'dist', 'index.js')));

const inbox = new MailDev({
  smtp: Number(smtpPort),
  ip: loopback,
  web: Number(webPort),
  webIp: loopback,
  mailDirectory,
  maxEmails: 5000,
  silent: true,
});

const { smtp, api } = await inbox.start();
console.log(`Inbox is listening at ${smtp.getAddress().port} and ${api.getAddress().port}`);

process.once('SIGTERM', async () => {
  await inbox.stop();
  process.exit(0);
});
