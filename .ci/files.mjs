// The text files of the repository that git knows or would add, with their lines.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const binary = /\.(png|ico|gz|zip|pfx)$/;

export function names() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return [...new Set(list.split('\0'))].filter((name) => name && !binary.test(name));
}

export function lines(name) {
  try {
    return readFileSync(name, 'utf8').split('\n');
  } catch (failure) {
    if (failure.code === 'ENOENT') return []; // Deleted, and not committed yet.
    throw failure;
  }
}

export function conclude(what, count, faults) {
  faults.forEach((fault) => console.error(fault));
  console.log(`${count} ${what}, ${faults.length} faults`);
  process.exitCode = faults.length > 0 || count === 0 ? 1 : 0;
}
