/** Whether to stay signed in; only for this session when the keychain cannot be used. */
import { Trans } from "@lingui/react/macro";
import { FailurePanel } from "../../../app/FailurePanel";
import type { Way } from "../../../backend/bindings";
import { Switch } from "../../../components/Checkbox";

interface KeepChoiceProps {
  way: Way;
  keep: boolean;
  onChange: (keep: boolean) => void;
  /** Why the keychain cannot be used. */
  failure: unknown;
  /** Absent while something else is to be tried again. */
  onRetry?: () => void;
  isRetrying: boolean;
}

export function KeepChoice({ way, keep, onChange, failure, onRetry, isRetrying }: KeepChoiceProps) {
  return (
    <>
      {failure ? (
        <>
          <Switch
            isSelected
            isDisabled
            onChange={() => {}}
            text={
              <Trans>After closing Latchkey you sign in again. Neither secret nor session is stored.</Trans>
            }
          >
            <Trans>Sign in for this session only</Trans>
          </Switch>
          <FailurePanel failure={failure} {...(onRetry ? { onRetry } : {})} isRetrying={isRetrying} />
        </>
      ) : (
        <Switch isSelected={keep} onChange={onChange} text={<KeepText way={way} />}>
          <Trans>Keep me signed in on this computer (in the keychain)</Trans>
        </Switch>
      )}
    </>
  );
}

function KeepText({ way }: { way: Way }) {
  if (way === "clientCredentials") {
    return (
      <Trans>
        The secret is stored in the keychain of the computer, never in a file. Otherwise it is forgotten when
        Latchkey closes.
      </Trans>
    );
  }
  if (way === "pastedToken") {
    return <Trans>Seldom useful: the token ends by itself after some hours, wherever it is kept.</Trans>;
  }
  return (
    <Trans>
      Your session is stored in the keychain of the computer, never in a file. Otherwise you sign in again
      after closing Latchkey.
    </Trans>
  );
}
