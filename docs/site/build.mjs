// Writes the documentation as a site that needs no network: docs/build-site runs it.
// Usage: node build.mjs ROOT OUT
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { Marked } from 'marked';
import { parse } from 'yaml';

const [root, out] = process.argv.slice(2);
const SPECS = 'api-specs/src/main/resources/io/github/reelay/specs';
const read = path => readFileSync(join(root, path), 'utf8');
const html = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

function write(path, text) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

// ---- what there is

const providers = readdirSync(join(root, SPECS)).filter(name => name.endsWith('.yaml')).map(file => {
  const document = parse(read(`${SPECS}/${file}`));
  const [path, item] = Object.entries(document.paths)[0];
  return { name: document.info['x-provider'] ?? basename(file, '.yaml'), file, document, path, operation: item.get };
});

const guides = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'api-specs/README.md', 'sandbox/README.md',
  ...markdown('docs')].filter(path => existsSync(join(root, path)));

function markdown(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'site' ? [] : markdown(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const pageOf = path => `guides/${path.replace(/\.md$/, '.html')}`;
const title = path => /^#\s+(.+)$/m.exec(read(path))?.[1].replace(/`/g, '') ?? path;

const REFERENCE = [
  ['states.html', 'States'], ['failures.html', 'Failure kinds'], ['polling.html', 'Polling'],
  ['contradictions.html', 'Contradictions'], ['schema.html', 'Canonical schema'],
];

// ---- pages

function page(path, heading, body) {
  const up = relative(dirname(path), '.') || '.';
  const link = (to, text) => `<a href="${up}/${to}"${to === path ? ' aria-current="page"' : ''}>${html(text)}</a>`;
  const group = (name, links) => `<section><h2>${name}</h2>${links.join('')}</section>`;
  const start = guides.filter(guide => !guide.includes('/'));
  const decisions = guides.filter(guide => guide.startsWith('docs/decisions/'));
  const rest = guides.filter(guide => !start.includes(guide) && !decisions.includes(guide));
  write(path, `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(heading)} – Reelay</title><link rel="stylesheet" href="${up}/site.css"></head>
<body><nav aria-label="Pages"><p class="home">${link('index.html', 'Reelay')}</p>
${group('Contracts', providers.map(each => link(`contracts/${each.name}.html`, each.name)))}
${group('Reference', [...REFERENCE.map(([to, text]) => link(to, text)), link('javadoc/index.html', 'Javadoc')])}
${group('Start', start.map(guide => link(pageOf(guide), title(guide))))}
${group('Guides', rest.map(guide => link(pageOf(guide), title(guide))))}
${group('Decisions', decisions.map(guide => link(pageOf(guide), title(guide))))}
</nav><main>${body}</main></body></html>
`);
}

const table = (heads, rows) => `<div class="wide"><table><thead><tr>${heads.map(each => `<th>${html(each)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`;
const code = text => `<code>${html(text)}</code>`;
const codes = list => (list?.length ? list.map(code).join(', ') : '–');
const contract = name => `<a href="contracts/${name}.html">${html(name)}</a>`;

function find(node, key) {
  if (node === null || typeof node !== 'object') return undefined;
  if (key in node) return node;
  for (const child of Object.values(node)) {
    const found = find(child, key);
    if (found) return found;
  }
  return undefined;
}

/** The members of an enum of ours, with their first arguments and what their comments say. */
function members(path) {
  const pattern = /\/\*\*\s*([\s\S]*?)\s*\*\/\s*\n\s*([A-Z_]+)\((\w[\w.]*)(?:, [\w.]+)*\)[,;]/g;
  return [...read(path).matchAll(pattern)].map(([, comment, name, argument]) => ({
    name, argument, text: comment.replace(/\s*\n\s*\*\s?/g, ' ').replace(/\{@link ([\w#.]+)\}/g, (all, to) => to.replace(/.*[#]/, '')),
  }));
}

function states() {
  const all = members('normalizer/src/main/java/io/github/reelay/task/TaskStatus.java');
  if (all.length < 7) throw new Error(`expected seven states in TaskStatus.java, found ${all.length}`);
  page('states.html', 'States', `<h1>States</h1>
<p>The state of a task in the canonical JSON, and the status texts of the providers that mean it (<code>x-means</code> of each contract). Any other text is <code>unknown</code>, unless it is one of the usual texts that <a href="guides/docs/rules.html">the rules</a> list.</p>
${table(['state', 'meaning', 'has ended', ...providers.map(each => each.name)], all.map(({ name, argument, text }) => {
    const word = name.toLowerCase();
    return [code(word), html(text), argument === 'true' ? 'yes' : 'no',
      ...providers.map(each => codes(find(each.document.components, 'x-means')?.['x-means'][word]))];
  }))}`);
}

function failures() {
  const all = members('normalizer/src/main/java/io/github/reelay/failure/FailureKind.java');
  if (all.length < 13) throw new Error(`expected thirteen kinds in FailureKind.java, found ${all.length}`);
  const advice = { 'Retry.YES': 'yes', 'Retry.NO': 'no', 'Retry.UNKNOWN': 'not known' };
  page('failures.html', 'Failure kinds', `<h1>Failure kinds</h1>
<p>What went wrong, the same for all providers: <code>failure.kind</code> in the canonical JSON.</p>
${table(['kind', 'meaning', 'can another query help?'], all.map(({ name, argument, text }) =>
    [code(name.toLowerCase().replaceAll('_', '-')), html(text), advice[argument]]))}`);
}

function polling() {
  const seconds = value => (value === undefined ? '–' : `${value} s`);
  page('polling.html', 'Polling', `<h1>Polling</h1>
<p>How often a task is queried: <code>x-polling</code>, <code>x-validity</code> and <code>x-unknown-task</code> of each contract. The comments of the contract say what is documented and what is a default of ours.</p>
${table(['provider', 'query', 'first query after', 'interval', 'given up after', 'queries per second', 'links are valid for', 'codes of an unknown task', 'last verified'],
    providers.map(({ name, document, path, operation }) => {
      const rules = operation['x-polling'] ?? {};
      return [contract(name), code(`GET ${path}`), seconds(rules.firstQuery), seconds(rules.interval), seconds(rules.givesUpAfter),
        rules.perSecond ?? '–', operation['x-validity'] ? `${operation['x-validity'] / 3600} h` : 'not documented',
        codes(operation['x-unknown-task']), html(document.info['x-last-verified'] ?? '–')];
    }))}`);
}

/** The register says what contradicts; the table of traceability says how it was resolved. */
function contradictions() {
  const resolved = new Map([...read('docs/traceability.md').matchAll(/^\| ([A-Z]+C\d+) \| (.*?) \| (.*) \|$/gm)].map(([, id, , text]) => [id, text]));
  const inline = new Marked();
  const sections = providers.map(({ name, document }) => {
    const register = parse(read(`${SPECS}/facts/${name}.yaml`));
    const entries = Object.entries(register.contradictions ?? {});
    const missing = entries.filter(([id]) => !resolved.has(id)).map(([id]) => id);
    if (missing.length) throw new Error(`expected ${missing} of ${name} in docs/traceability.md, found none`);
    return `<h2 id="${name}">${html(name)}</h2><p>Found in <a href="${html(document.externalDocs?.url ?? '#')}">the provider's documentation</a>; ${entries.length} in all.</p>
${table(['', 'what contradicts, and where', 'what Reelay does'], entries.map(([id, entry]) =>
      [`<span id="${id}">${code(id)}</span>`, html(entry.says), inline.parseInline(resolved.get(id))]))}`;
  });
  page('contradictions.html', 'Contradictions', `<h1>Known contradictions</h1>
<p>Where the documentation of a provider contradicts itself: in which of its parts, and how Reelay decides.</p>${sections.join('\n')}`);
}

function schema() {
  const path = 'docs/schema/video-task.schema.json';
  const document = JSON.parse(read(path));
  const rows = (properties, required = []) => Object.entries(properties ?? {}).map(([name, each]) => {
    const target = each.$ref ?? each.items?.$ref;
    const type = target ? `<a href="#${target.split('/').pop()}">${html(target.split('/').pop())}</a>` : html([each.type ?? ''].flat().join(' or '));
    const values = each.enum ? `<br>${codes(each.enum)}` : '';
    return [code(name), `${type}${each.type === 'array' && target ? ' (list)' : ''}`, required.includes(name) ? 'yes' : '', html(each.description ?? '') + values];
  });
  const heads = ['member', 'type', 'always there', 'meaning'];
  const parts = Object.entries(document.$defs ?? document.definitions ?? {}).map(([name, each]) =>
    `<h2 id="${html(name)}">${html(name)}</h2><p>${html(each.description ?? '')}</p>${each.properties ? table(heads, rows(each.properties, each.required)) : ''}${each.enum ? `<p>${codes(each.enum)}</p>` : ''}`);
  write('files/' + path, read(path));
  page('schema.html', 'Canonical schema', `<h1>${html(document.title ?? 'Canonical schema')}</h1><p>${html(document.description ?? '')}</p>
<p><a href="files/${path}">The schema itself</a></p>${document.properties ? table(heads, rows(document.properties, document.required)) : ''}${parts.join('\n')}
<h2 id="source">Source</h2><pre><code>${html(read(path))}</code></pre>`);
}

/** The document of a provider as Redoc shows it. Its one picture from the network is left out. */
function contracts() {
  const bundle = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');
  write('contracts/redoc.js', readFileSync(bundle, 'utf8').replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,'));
  for (const { name, file, document } of providers) {
    write(`contracts/${file}`, read(`${SPECS}/${file}`));
    const spec = JSON.stringify(document).replaceAll('<', '\\u003c');
    write(`contracts/${name}.html`, `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(name)} – Reelay</title><link rel="stylesheet" href="../site.css"></head>
<body class="contract"><p class="bar"><a href="../index.html">Reelay</a> <a href="../states.html">States</a> <a href="../polling.html">Polling</a>
<a href="../contradictions.html#${name}">Contradictions</a> <a href="${file}">Document</a></p>
<div id="redoc"></div><script src="redoc.js"></script>
<script>Redoc.init(${spec}, {disableSearch: true, hideDownloadButton: true, showExtensions: true, nativeScrollbars: true, scrollYOffset: 44}, document.getElementById('redoc'));</script>
</body></html>
`);
  }
}

// ---- guides

const slug = text => text.toLowerCase().replace(/<[^>]*>|&[#\w]+;/g, '').replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-');

/** Where a link of a guide leads on the site: to a page, to a copy of the file, or nowhere. */
function target(guide, href) {
  if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href;
  const [file, fragment] = href.split('#');
  const path = normalize(join(dirname(guide), decodeURIComponent(file))).replace(/\/$/, '');
  const suffix = fragment ? `#${fragment}` : '';
  const from = dirname(pageOf(guide));
  if (guides.includes(path)) return relative(from, pageOf(path)) + suffix;
  const spec = providers.find(each => `${SPECS}/${each.file}` === path);
  if (spec) return relative(from, `contracts/${spec.name}.html`);
  if (!existsSync(join(root, path)) || statSync(join(root, path)).isDirectory()) return null;
  mkdirSync(dirname(join(out, 'files', path)), { recursive: true });
  copyFileSync(join(root, path), join(out, 'files', path));
  return relative(from, `files/${path}`);
}

function guidePages() {
  for (const guide of guides) {
    const marked = new Marked({
      renderer: {
        heading({ tokens, depth }) {
          const text = this.parser.parseInline(tokens);
          return `<h${depth} id="${slug(text)}">${text}</h${depth}>\n`;
        },
        link({ href, title: hint, tokens }) {
          const to = target(guide, href);
          const text = this.parser.parseInline(tokens);
          return to === null ? text : `<a href="${html(to)}"${hint ? ` title="${html(hint)}"` : ''}>${text}</a>`;
        },
        image({ href, text }) {
          return `<img src="${html(target(guide, href) ?? '')}" alt="${html(text)}">`;
        },
        table(token) {
          const cells = (row, name) => row.map(cell => `<${name}>${this.parser.parseInline(cell.tokens)}</${name}>`).join('');
          return `<div class="wide"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${token.rows.map(row => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table></div>`;
        },
      },
    });
    page(pageOf(guide), title(guide), marked.parse(read(guide)));
  }
}

function index() {
  page('index.html', 'Documentation', `<h1>Reelay</h1>
<p>A Java client for resellers of video-generation models. This site has the <a href="${pageOf('README.md')}">README</a>, the guides, the contracts of the providers, what all of them have in common, and the <a href="javadoc/index.html">Javadoc</a>.</p>
${table(['provider', 'contract', 'query', 'last verified', 'contradictions'], providers.map(({ name, file, document, path }) => [
    contract(name), `<a href="contracts/${file}">${html(file)}</a>`, code(`GET ${path}`), html(document.info['x-last-verified'] ?? '–'),
    `<a href="contradictions.html#${name}">${Object.keys(parse(read(`${SPECS}/facts/${name}.yaml`)).contradictions ?? {}).length}</a>`]))}
<ul>${REFERENCE.map(([to, text]) => `<li><a href="${to}">${text}</a></li>`).join('')}</ul>`);
}

copyFileSync(new URL('site.css', import.meta.url), (mkdirSync(out, { recursive: true }), join(out, 'site.css')));
index();
states();
failures();
polling();
contradictions();
schema();
contracts();
guidePages();
