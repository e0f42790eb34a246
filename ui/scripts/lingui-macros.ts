/** Vite plugin that runs Lingui's macros; `@vitejs/plugin-react` no longer brings Babel. */
import { transformAsync } from "@babel/core";
import macros from "@lingui/babel-plugin-lingui-macro";
import type { Plugin } from "vite";

const ours = /\/src\/.*\.tsx?$/;

export function linguiMacros(): Plugin {
  return {
    name: "lingui-macros",
    enforce: "pre",
    async transform(code, id) {
      const [filename = id] = id.split("?");
      if (
        !ours.test(filename) ||
        filename.includes("/node_modules/") ||
        !/@lingui\/(core|react)\/macro/.test(code)
      ) {
        return null;
      }
      const result = await transformAsync(code, {
        filename,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: filename.endsWith("x") ? ["typescript", "jsx"] : ["typescript"] },
        plugins: [macros],
      });
      return result?.code ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}
