import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Puts a compressed copy beside each file, which nginx sends as it is. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const source = file.type === 'chunk' ? file.code : file.source;
          if (source.length < 1000 || !/\.(js|css|svg)$/.test(file.fileName)) continue;
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}

/** Tells nginx for which paths the Portal answers: the first part of each in routes.tsx. */
function pagesForNginx(): Plugin {
  return {
    name: 'pages-for-nginx',
    apply: 'build',
    generateBundle() {
      const routes = readFileSync(new URL('./src/app/routes.tsx', import.meta.url), 'utf8');
      const first = new Set([...routes.matchAll(/path: '\/([a-z-]*)/g)].map(match => match[1]));
      const names = [...first].filter(name => name !== '').sort();
      this.emitFile({
        type: 'asset',
        fileName: 'portal-pages.conf',
        source: `location = / { include portal-page.conf; }\nlocation ~ ^/(${names.join('|')})(/|$) { include portal-page.conf; }\n`,
      });
    },
  };
}

/** What the first page needs is asked for at once, not one thing after the other as each is found to need the next. */
function preloaded(...modules: string[]): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const wanted = new Set<string>();
        const want = (fileName: string) => {
          const file = bundle[fileName];
          if (file?.type !== 'chunk' || wanted.has(fileName)) return;
          wanted.add(fileName);
          file.imports.forEach(want);
        };
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && modules.some(module => file.facadeModuleId?.endsWith(module))) want(file.fileName);
        }
        return [...wanted].map(fileName => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` } }));
      },
    },
  };
}

const hub = process.env.HUB_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), preloaded('/src/app/Portal.tsx', '/src/inbox/InboxPage.tsx'), pagesForNginx(), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // no data: addresses, which the Content-Security-Policy does not allow
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        // what every page needs, in one file: each file more is a head of its own on a poor line
        advancedChunks: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|openapi-fetch|@tanstack)\/|src\/(api\/(client|problem|taxonomy)|app\/(all|codes|language|store|texts|roles|ui\/(Answered|LinkButton|ListEnd|listEndTexts|fieldErrors|Page|Pick|Time|time)|problems\/ProblemNotice)|inbox\/)[A-Za-z]*\.tsx?/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/hubs', '/health', '/.well-known', '/verify', '/light'].map(path => [path, { target: hub, ws: path === '/hubs' }]),
    ),
  },
  test: { include: ['src/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
