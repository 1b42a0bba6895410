// No line of C# or Razor is longer than 140 columns, so that two versions can be read side by side.
// Lines of a raw string literal are exempt: a break would be a part of the text. A line with three quotation marks opens, closes or is one.
import { conclude, lines, names } from './files.mjs';

const most = 140;

function faultsOf(name) {
  let isRaw = false;
  return lines(name).flatMap((line, index) => {
    const isExempt = isRaw || line.includes('"""');
    if ((line.match(/"{3,}/g) ?? []).length % 2 === 1) isRaw = !isRaw;
    return line.length > most && !isExempt ? [`${name}:${index + 1}: ${line.length} columns`] : [];
  });
}

const files = names().filter((name) => /\.(cs|razor)$/.test(name));
conclude('files of C# and Razor', files.length, files.flatMap(faultsOf));
