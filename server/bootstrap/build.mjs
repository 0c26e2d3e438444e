/** `npm run build`: what `npm start` and `npm test` do before anything else. */
import { prepare, say } from './prepare.mjs';

prepare();
say('Built: dist/ is as new as its sources.');
