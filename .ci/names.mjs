// No file names a registry, a path of somebody's machine, or a mail or web address that may be somebody's.
import { conclude, lines, names } from './files.mjs';

const reserved = /(^|\.)(example(\.(org|com|net))?|test|invalid|localhost)$/i; // RFC 2606
const own = /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|localhost)$/; // This machine's.

// Hosts that a link, a namespace or a service's address may name.
const known = new Set([
  'azure.github.io',
  'csrc.nist.gov',
  'docs.docker.com',
  'github.com',
  'json-schema.org',
  'json.schemastore.org',
  'keepachangelog.com',
  'learn.microsoft.com',
  'management.azure.com',
  'outlook.office365.com',
  'semver.org',
  'www.iana.org',
  'www.rfc-editor.org',
  'www.sitemaps.org',
  'www.w3.org',
]);

const rules = [
  ['an address outside the reserved domains', /[\w.%+-]+@((?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+[a-z]{2,})\b/gi, (domain) => !reserved.test(domain)],
  ['a web address of an unknown host', /\bhttps?:\/\/((?:[a-z0-9-]+\.)+[a-z0-9-]+)/gi, (host) => !isKnown(host)],
  ['a package registry', /\b((?:registry|mirrors?|deb|feeds?|packages)\.(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:[a-z0-9-]+\.)*(?:nuget|npmjs|pypi)\.(?:org|com|io))\b/gi],
  ['a path of one machine', /(?<![\w.$}~/<-])(\/(?:home|root|tmp|work|Users|mnt)\/\w[\w./-]*)/g],
  ['a path of one machine', /\b([A-Z]:\\[\w\\]+)/g],
];

function isKnown(host) {
  return known.has(host.toLowerCase()) || reserved.test(host) || own.test(host) || isForDocuments(host);
}

// RFC 5737: addresses for documentation.
function isForDocuments(host) {
  return /^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(host);
}

// The lock file lists where its authors can be paid; it must not say where packages come from.
function faultsOfLock(name) {
  return lines(name).some((line) => line.includes('"resolved"')) ? [`${name}: names the registry; make it with omit-lockfile-registry-resolved`] : [];
}

function faultsOf(name) {
  if (/(^|\/)(nuget\.config|\.npmrc)$/i.test(name)) return [`${name}: names a package source; leave that to the machine`];
  if (name.endsWith('package-lock.json')) return faultsOfLock(name);
  return lines(name).flatMap((line, index) => rules.flatMap(([what, form, isBad = () => true]) =>
    [...line.matchAll(form)].filter((match) => isBad(match[1])).map((match) => `${name}:${index + 1}: ${what}: ${match[0]}`)));
}

const files = names();
conclude('files', files.length, files.flatMap(faultsOf));
