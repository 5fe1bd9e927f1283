import type { Row } from "../row.ts";
import { milliseconds } from "../table.ts";
import type { OpenArchivePage } from "./browser.ts";
import { LZMA_CONTENTS, LZMA_SIZE, makeLzmaSample } from "./lzma-sample.ts";
import { COLUMN, LONGEST_TASK, LZMA_SPEED } from "./promises.ts";
import { type Contender, race } from "./race.ts";

/** Decodes what 7-Zip compressed, in the page's Worker; the streams are put into `folder`, which the page serves. */
export async function lzmaRows(sevenZip: string, folder: string, page: OpenArchivePage): Promise<readonly Row[]> {
  const contenders: Contender[] = [];
  for (const [content, make] of Object.entries(LZMA_CONTENTS)) {
    const bytes = await make();
    for (const method of ["lzma", "lzma2"] as const) {
      const { name, stream, ratio } = await makeLzmaSample({ sevenZip, folder, content, bytes, method });
      const label = `${method.toUpperCase()}, ${content}, ${ratio.toFixed(1)} to 1`;
      contenders.push({
        name: `  Chromium: ${label}, Worker warm`,
        lap: () => page.lzma(name, { method, size: stream.size }),
      });
    }
  }
  const megabytes = LZMA_SIZE / 1e6;
  const results = await race(contenders);
  return [
    { name: `decompress ${megabytes} MB` },
    ...results.map(({ contender, time, longestTask }) => ({
      name: contender.name,
      measured: milliseconds(time),
      figures: {
        [COLUMN.speed]: { value: (megabytes / time) * 1000, target: LZMA_SPEED },
        ...(longestTask === undefined ? {} : { [COLUMN.task]: { value: longestTask, target: LONGEST_TASK } }),
      },
    })),
  ];
}
