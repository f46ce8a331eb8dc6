/** What the first screen needs; its chunks are fetched while index.html is still being read. */
const START = ['renderer/app/boot.tsx', 'renderer/db/open.ts'];

/**
 * The first script takes no static import, so that the painted shell never waits. The browser would
 * then learn of everything else only after that script has run: these links tell it at once.
 * @returns {import('vite').Plugin}
 */
export function preloadStart() {
  return {
    name: 'preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = new Map(
          Object.values(bundle).flatMap((item) =>
            item.type === 'chunk' ? [[item.fileName, item]] : [],
          ),
        );
        /** @type {Set<string>} */
        const scripts = new Set();
        /** @type {Set<string>} */
        const styles = new Set();
        /** @param {string} fileName */
        const visit = (fileName) => {
          const chunk = chunks.get(fileName);
          if (!chunk || scripts.has(fileName)) return;
          scripts.add(fileName);
          for (const css of chunk.viteMetadata?.importedCss ?? []) styles.add(css);
          for (const next of chunk.imports) visit(next);
        };
        for (const chunk of chunks.values()) {
          if (chunk.isEntry) continue;
          if (START.some((file) => chunk.moduleIds.some((id) => id.endsWith(file)))) {
            visit(chunk.fileName);
          }
        }
        /** @param {Record<string, string>} attrs */
        const link = (attrs) => ({ tag: 'link', attrs, injectTo: /** @type {const} */ ('head') });
        return [
          ...[...scripts].map((file) =>
            link({ rel: 'modulepreload', crossorigin: '', href: `/${file}` }),
          ),
          ...[...styles].map((file) =>
            link({ rel: 'preload', as: 'style', crossorigin: '', href: `/${file}` }),
          ),
        ];
      },
    },
  };
}
