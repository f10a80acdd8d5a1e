/** `npm run screenshots`: the pictures of the README and of the guide, taken from the running product. */
import { ensureBrowser, ensureBuild, ensurePackages, fail, page, requireNode } from './setup.mjs';

requireNode();
ensurePackages();
ensureBuild(page);
const executablePath = ensureBrowser();
if (!executablePath) fail('No Chrome, Chromium or Edge was found: install one, or name it in CHROME_PATH.');

// What these stand on is there only now.
const { startCamera } = await import('./pictures/camera.mjs');
const { takeReadmePictures } = await import('./pictures/readme.mjs');
const { takeGuidePictures } = await import('./pictures/guide.mjs');

const camera = await startCamera(executablePath);
try {
  await takeReadmePictures(camera);
  await takeGuidePictures(camera);
} finally {
  await camera.close();
}
