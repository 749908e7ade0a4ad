// Checks a site that was built: each page is there, each internal link leads to a file and a place on
// it, and nothing is loaded from the network. Usage: node check.mjs OUT PAGE...
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const [out, ...expected] = process.argv.slice(2);
const faults = [];

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
}

const plain = text => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
const pages = files(out).filter(file => file.endsWith('.html'));
const ids = new Map();
const ours = file => !relative(out, file).startsWith('javadoc/');

function places(file) {
  if (!ids.has(file)) {
    const text = readFileSync(file, 'utf8');
    ids.set(file, new Set([...text.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(found => plain(found[1]))));
  }
  return ids.get(file);
}

for (const page of expected) {
  if (!existsSync(join(out, page)) || statSync(join(out, page)).size < 200) faults.push(`expected the page ${page}, found none`);
}
let links = 0;
for (const page of pages) {
  const text = readFileSync(page, 'utf8').replace(/<script[\s\S]*?<\/script>/g, script => script.slice(0, script.indexOf('>') + 1));
  for (const [, kind, raw] of text.matchAll(/\s(href|src)="([^"]*)"/g)) {
    const link = plain(raw);
    if (/^[a-z+.-]+:/i.test(link) || link.startsWith('//')) {
      const network = kind === 'src' && !link.startsWith('data:');
      if (network) faults.push(`${relative(out, page)}: loads ${link}`);
      continue;
    }
    links++;
    const [path, fragment] = link.split('#');
    const file = path ? normalize(join(dirname(page), decodeURIComponent(path.split('?')[0]))) : page;
    const target = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
    if (!existsSync(target)) {
      faults.push(`${relative(out, page)}: expected ${link}, found no such file`);
    } else if (fragment && ours(page) && target.endsWith('.html') && ours(target) && !places(target).has(decodeURIComponent(fragment))) {
      faults.push(`${relative(out, page)}: expected the place ${link}, found none`);
    }
  }
}
const loaded = /<link\b[^>]*\shref="((?:https?:)?\/\/[^"]*)"/gi;
for (const page of pages) {
  for (const [, link] of readFileSync(page, 'utf8').matchAll(loaded)) {
    faults.push(`${relative(out, page)}: loads ${link}`);
  }
}
for (const style of files(out).filter(file => file.endsWith('.css'))) {
  for (const [, link] of readFileSync(style, 'utf8').matchAll(/(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]*)/gi)) {
    faults.push(`${relative(out, style)}: loads ${link}`);
  }
}
if (faults.length) {
  console.error(faults.slice(0, 50).join('\n'));
  console.error(`${faults.length} faults`);
  process.exit(1);
}
console.log(`${pages.length} pages, ${links} internal links, none of them dead`);
