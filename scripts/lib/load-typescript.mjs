import { runnerImport } from 'vite';
import { inProject } from './project.mjs';

/**
 * Loads a TypeScript module with the project's aliases, so that scripts share code with the console.
 * @param {string} path from the project's folder
 * @returns {Promise<any>}
 */
export async function loadTypeScript(path) {
  const alias = { '@shared': inProject('shared'), '@': inProject('renderer') };
  const { module } = await runnerImport(inProject(path), {
    configFile: false,
    root: inProject(),
    logLevel: 'error',
    resolve: { alias },
  });
  return module;
}
