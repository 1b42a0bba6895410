// Every link of a document within the repository leads somewhere, and every path that a document names is there.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { conclude, lines, names } from './files.mjs';

const link = /!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const definition = /^\s*\[[^\]]+\]:\s+<?(\S+?)>?(?:\s|$)/;
const path = /`((?:src|tests|docs|infra|\.ci|\.github)\/[\w./-]*)`/g;

// Lines outside fenced code.
function prose(name) {
  let fenced = false;
  return lines(name).map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      return '';
    }
    return fenced ? '' : line;
  });
}

// The anchor that a heading gets, numbered when it comes again.
function anchors(name) {
  const seen = new Map();
  return new Set(prose(name).filter((line) => /^#{1,6}\s/.test(line)).map((line) => {
    const text = line.replace(/^#+\s+/, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*_]/g, '').trim().toLowerCase();
    const slug = text.replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  }));
}

function fault(name, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const [file, anchor] = target.split('#');
  const found = file ? normalize(join(dirname(name), decodeURIComponent(file))) : name;
  if (found.startsWith('..') || file.startsWith('/')) return 'leads out of the repository';
  if (!existsSync(found)) return 'is not there';
  if (anchor === undefined || statSync(found).isDirectory() || !found.endsWith('.md')) return null;
  return anchors(found).has(anchor) ? null : 'has no such heading';
}

function targets(line) {
  const text = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  const defined = definition.exec(text);
  return [...[...text.matchAll(link)].map((match) => match[1]), ...(defined ? [defined[1]] : [])];
}

let count = 0;
const faults = names().filter((name) => name.endsWith('.md')).flatMap((name) => prose(name).flatMap((line, index) => {
  const linked = targets(line).map((target) => [target, fault(name, target)]);
  const named = [...line.matchAll(path)].map(([, target]) => [target, existsSync(target) ? null : 'is not there']);
  count += linked.length + named.length;
  return [...linked, ...named].filter(([, said]) => said).map(([target, said]) => `${name}:${index + 1}: ${target} ${said}`);
}));
conclude('links and paths', count, faults);
