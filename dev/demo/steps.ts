export interface Step {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
}

/** Runs steps in order, prints each, and keeps how it went. */
export class Steps {
  readonly done: Step[] = [];

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const note = (ok: boolean): void => {
      const ms = Math.round(performance.now() - start);
      this.done.push({ name, ok, ms });
      console.log(`${ok ? "ok  " : "FAIL"} ${name} (${ms} ms)`);
    };
    try {
      const result = await work();
      note(true);
      return result;
    } catch (error) {
      note(false);
      throw error;
    }
  }
}
