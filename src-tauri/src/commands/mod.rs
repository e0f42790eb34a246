//! What the user interface may ask, each in one expression; the complete list stands here, once.
//! A command must never decide anything: it hands its arguments to a use case.

mod care;
mod client_list;
mod clients;
mod drafts;
mod handover;
mod health;
mod journal;
mod network;
mod orgs;
mod profiles;
mod roles;
mod secrets;
mod settings;
mod usage;

use tauri::Wry;
use tauri_specta::{Builder, Commands, ErrorHandlingMode, collect_commands, collect_events};

pub use secrets::CloseHeldBack;

use crate::app::seal_hand_over::{NOTE_MAX, PASSPHRASE_MIN};
use crate::domain::announced::{IMPLICIT_NO_NEW_CLIENTS, IMPLICIT_STOPS};
use crate::domain::redirect_uri::MAX_REDIRECT_URIS;

/// Every command, event and shared constant, for the window and for the generated bindings.
pub fn builder() -> Builder<Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .commands(commands())
        .events(collect_events![CloseHeldBack])
        .constant("IMPLICIT_NO_NEW_CLIENTS", IMPLICIT_NO_NEW_CLIENTS.date)
        .constant("IMPLICIT_STOPS", IMPLICIT_STOPS.date)
        .constant("MAX_REDIRECT_URIS", MAX_REDIRECT_URIS as u32)
        .constant("NOTE_MAX", NOTE_MAX as u32)
        .constant("PASSPHRASE_MIN", PASSPHRASE_MIN as u32)
}

// One group a line or two: the list is to be read as a whole.
#[rustfmt::skip]
fn commands() -> Commands<Wry> {
    collect_commands![
        settings::read_settings, settings::save_settings, settings::data_folder,
        settings::open_genesys_page,
        network::read_network_settings, network::save_network_settings, network::check_connection,
        orgs::open_last, orgs::open_practice, orgs::read_practice_settings, orgs::change_practice_settings,
        orgs::reset_practice, orgs::list_regions, orgs::check_domain, orgs::check_gateway,
        profiles::list_profiles, profiles::recognise_region, profiles::bootstrap, profiles::probe_keychain,
        profiles::sign_in_with_client, profiles::sign_in_with_token, profiles::begin_browser_sign_in,
        profiles::finish_browser_sign_in, profiles::cancel_browser_sign_in, profiles::open_profile,
        profiles::mark_profile, profiles::sign_out, profiles::forget_profile, profiles::diagnose,
        roles::preview_restore_roles, roles::restore_default_roles, roles::preview_grant, roles::grant_role,
        roles::take_back_role,
        drafts::advise, drafts::prepare_form, drafts::start_draft, drafts::check_draft, drafts::mend_draft,
        drafts::choose_embedding, drafts::read_pasted_addresses, drafts::preview_client,
        clients::create_client, clients::compare_client, clients::read_client,
        clients::regenerate_secret, clients::deactivate_client, clients::reactivate_client,
        clients::delete_client, clients::start_edit, clients::rebase_draft, clients::preview_change,
        clients::update_client,
        client_list::refresh_clients, client_list::look_at_clients, client_list::list_client_ids,
        client_list::export_clients, client_list::read_list_views, client_list::keep_list_columns,
        client_list::save_list_view, client_list::rename_list_view, client_list::delete_list_view,
        health::check_health, health::read_findings, health::start_mended_edit, health::acknowledge_finding,
        health::take_back_acknowledgement, health::read_sunset, health::save_health_report,
        care::list_client_changes, care::list_deleted, care::start_put_back, care::start_copy,
        care::start_recreate,
        journal::read_journal_state, journal::list_interrupted, journal::look_for, journal::adopt_client,
        journal::finish_change, journal::leave_alone, journal::read_intended_draft, journal::read_created, journal::list_history,
        journal::list_history_steps, journal::export_history, journal::save_support_bundle,
        usage::read_usage, usage::stop_reading_usage, usage::read_last_use, usage::survey_usage,
        usage::read_survey, usage::stop_survey, usage::read_blast_radius, usage::list_authorizations,
        usage::read_client_room,
        handover::read_hand_over, handover::save_document, handover::test_client,
        handover::propose_passphrase, handover::seal_hand_over, handover::needs_passphrase,
        handover::open_sealed_file, handover::reveal_sealed_secret, handover::copy_sealed_secret,
        handover::save_sealed_document, handover::close_sealed_file, handover::read_public_key,
        handover::fetch_scim_token, handover::reveal_scim_token, handover::copy_scim_token,
        handover::save_token_reminder, handover::let_go_of_scim_token,
        secrets::reveal_secret, secrets::copy_secret, secrets::place_secret, secrets::list_unplaced_secrets,
        secrets::copy_text, secrets::close_window,
    ]
}
