// The last step of `npm run build`.
import { markBuilt } from './start.mjs';

markBuilt();
