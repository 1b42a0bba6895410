// Sends one mail to many with nodemailer's pool, without a ledger, and prints the seconds it took.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const [port, mails, connections, file] = process.argv.slice(2);
const { from, subject, text, html } = JSON.parse(readFileSync(file, 'utf8'));
const pool = nodemailer.createTransport({
  pool: true, maxConnections: Number(connections), maxMessages: Infinity, host: '127.0.0.1', port: Number(port), secure: false, ignoreTLS: true,
});

const send = number => pool.sendMail({ from, to: `Reader Number ${number} <reader${number}@example.org>`, subject, text, html });

// As many at a time as keep every connection busy; all at once would be a test of the memory.
async function sendAll(count) {
  let next = 0;
  await Promise.all(Array.from({ length: 4 * Number(connections) }, async () => {
    while (next < count) await send(next++);
  }));
}

await sendAll(2000);
const started = process.hrtime.bigint();
await sendAll(Number(mails));
console.log(Number(process.hrtime.bigint() - started) / 1e9);
pool.close();
