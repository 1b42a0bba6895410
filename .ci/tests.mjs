// What the reports of a test run say of it, in xUnit's XML: each skipped test with its reason, and the slowest as rows of Markdown.
// Usage: node .ci/tests.mjs <folder of reports> [how many of the slowest]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, most = '0'] = process.argv.slice(2);
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const text = (xml) => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);
const value = (tag, name) => text(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '');

const tests = readdirSync(folder)
  .filter((file) => file.endsWith('.xml') || file.endsWith('.xunit'))
  .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/<test\s[^>]*?(?:\/>|>[\s\S]*?<\/test>)/g)])
  .map(([xml]) => {
    const tag = xml.slice(0, xml.indexOf('>'));
    const reason = text(xml.match(/<reason>(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?<\/reason>/)?.[1] ?? '').trim();
    return { name: value(tag, 'name').replace(/^Distribution\.(\w+\.)*Tests\.(\w+\.)*(?=\w+\.\w+(\(|$))/, ''), result: value(tag, 'result'), seconds: Number(value(tag, 'time')), reason };
  });

const skipped = tests.filter((test) => test.result === 'Skip');
console.log(`${skipped.length} skipped`);
for (const { name, reason } of skipped) console.log(`  ${name}: ${reason || 'no reason given'}`);

const slowest = tests.sort((one, other) => other.seconds - one.seconds).slice(0, Number(most));
if (slowest.length > 0) console.log('\n| test | s |\n| --- | --- |');
for (const { name, seconds } of slowest) console.log(`| \`${name}\` | ${seconds.toFixed(1)} |`);
