import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express from "express";

/** The script tag that production pages have, as Microsoft requires; the build leaves the quotes out. */
const CDN_SCRIPT = /<script src=("?)https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js\1><\/script>/;
const LOCAL_SCRIPTS = '<script src="/office-js/msajax.js"></script><script src="/office-js/office.js"></script>';

/** The folder of the unmodified office.js in node_modules. */
function officeFolder(): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  return join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
}

/** The page with office.js from here: no network is needed, and nothing else in the page changes. */
export function withLocalOffice(html: string): string {
  return html.replace(CDN_SCRIPT, LOCAL_SCRIPTS);
}

/** Serves /office-js/: office.js as published, and before it a stand-in for MicrosoftAjax.js, which lives on a CDN. */
export function officeLibrary(): express.Router {
  const router = express.Router();
  router.get("/msajax.js", (_request, response) => {
    response.type("text/javascript").send(MS_AJAX);
  });
  router.use(express.static(officeFolder(), { index: false }));
  return router;
}

/** The globals of MicrosoftAjax.js that office.js 1.1.110 looks for; with them it does not ask the CDN. */
const MS_AJAX = `"use strict";
(() => {
  const error = (name) => (...detail) => Object.assign(new Error(name + ": " + detail.join(" ")), { name });
  window.Sys = {
    StringBuilder: class { parts = []; append(text) { this.parts.push(text); } toString() { return this.parts.join(""); } },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text) => JSON.parse(text) } },
    Debug: { trace() {} },
  };
  window.Type = {
    registerNamespace: (path) => path.split(".").reduce((parent, name) => (parent[name] ??= {}), window),
    registerClass() {},
  };
  Function.prototype.registerClass = () => undefined;
  Function._validateParams = () => null;
  Function.createDelegate = (self, method) => method.bind(self);
  for (const name of ["argument", "argumentNull", "argumentOutOfRange", "argumentType", "invalidOperation", "parameterCount", "notImplemented"]) {
    Error[name] = error("Sys." + name);
  }
  Error.create = (message, info) => Object.assign(new Error(message), info);
  String.format = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (_, index) => values[index]);
})();
`;
