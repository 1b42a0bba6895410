// Runs a program in a session of its own and ends it when standard input ends. The server holds the other
// end of that pipe: it closes it when it has drained, and the kernel closes it when the server was killed.
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

const patience = 30_000;
const [pidFile, command, ...args] = process.argv.slice(2);

// A terminal's Ctrl+C reaches the keeper as well; it is for the server to decide when the program ends.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => {});

// When the server is gone nobody reads these pipes any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

writeFileSync(pidFile, `${process.pid}\n`);

const child = spawn(command, args, {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
  shell: process.platform === 'win32',
});
child.stdout.on('data', (data) => process.stdout.write(data));
child.stderr.on('data', (data) => process.stderr.write(data));

const end = () => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), patience).unref();
};
process.once('SIGTERM', end);
process.stdin.once('end', end).once('error', end).resume();

const leave = (code) => {
  rmSync(pidFile, { force: true });
  process.exitCode = code;
  process.stdin.destroy();
};
child.once('error', (error) => {
  console.error(error.message);
  leave(1);
});
child.once('close', (code) => leave(code ?? 1));
