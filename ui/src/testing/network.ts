/** The network settings and the check of the connection, for tests and previews. Invented. */
import type { ConnectionReport, NetworkSettings, NetworkView, StepKind, Verdict } from "../backend/bindings";
import type { Answers } from "./mockBackend";

const steps: StepKind[] = ["proxy", "dns", "connect", "certificate", "answer", "clock"];

/** A report in which one step failed, or none. */
export function reportOf(verdict: Verdict, failed?: StepKind): ConnectionReport {
  const at = failed ? steps.indexOf(failed) : steps.length;
  return {
    host: "https://login.mypurecloud.de",
    steps: steps.map((kind, index) => ({
      kind,
      outcome: index === at ? "failed" : index > at || index === 0 ? "skipped" : "fine",
    })),
    verdict,
  };
}

/** A proxy with a password, and a file of certificates. */
export const companyNetwork: NetworkView = {
  settings: {
    proxy: { kind: "own", address: "http://proxy.ferry.example:3128", user: "camille" },
    certificatesFile: "/etc/ferry/root.pem",
  },
  password: "keychain",
  extraCertificates: 2,
  problem: null,
};

/** Everything is saved as it comes, and Genesys Cloud answers. */
export function networkAnswers(first?: NetworkView): Answers {
  let view: NetworkView = first ?? {
    settings: { proxy: { kind: "system" }, certificatesFile: null },
    password: "nowhere",
    extraCertificates: 0,
    problem: null,
  };
  return {
    data_folder: () => "~/.local/share/latchkey",
    read_network_settings: () => view,
    save_network_settings: ({ settings, password }) => {
      const own = (settings as NetworkSettings).proxy?.kind === "own";
      const place = password === null ? view.password : password === "" ? "nowhere" : "keychain";
      view = {
        settings: settings as NetworkSettings,
        password: own ? place : "nowhere",
        extraCertificates: (settings as NetworkSettings).certificatesFile ? 2 : 0,
        problem: null,
      };
      return view;
    },
    check_connection: () => reportOf({ kind: "fine" }),
  };
}
