/** Saves a part of the settings as soon as it is chosen, and says so when that did not work. */
import { useMutation } from "@tanstack/react-query";
import { useSettings } from "../../app/appearance";
import { FailurePanel } from "../../app/FailurePanel";
import type { Settings } from "../../backend/bindings";

/** The settings, how to save a part of them, and what to show when saving failed. */
export function useSaving() {
  const { settings, change } = useSettings();
  const saving = useMutation({ mutationFn: (part: Partial<Settings>) => change(part) });
  const failed = saving.error && (
    <FailurePanel
      failure={saving.error}
      onRetry={() => saving.mutate(saving.variables)}
      isRetrying={saving.isPending}
    />
  );
  return { settings, save: saving.mutate, failed };
}
