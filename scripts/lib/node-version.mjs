import { inProject, readJson, SetupError } from './project.mjs';

/** Checks that this Node can build and test the console (`engines.node` in package.json). */
export async function checkNodeVersion() {
  const wanted = String(readJson(inProject('package.json')).engines.node).replace(/[^\d.]/g, '');
  const numbers = (/** @type {string} */ version) => version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(wanted);
  const [major = 0, minor = 0] = numbers(process.versions.node);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new SetupError(
      `Node ${process.versions.node} is too old; the console is built with Node ${wanted} or newer.`,
      'install a newer Node from https://nodejs.org and run this command again',
    );
  }
  return { note: process.versions.node, value: undefined };
}
