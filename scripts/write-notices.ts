/** `npm run notices`: puts the notices of the last build at the top of the repository, where readers look for them. */
import { copyFileSync } from "node:fs";

copyFileSync("dist/THIRD-PARTY-NOTICES.txt", "THIRD-PARTY-NOTICES");
