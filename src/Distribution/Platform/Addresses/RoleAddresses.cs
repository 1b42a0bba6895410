using Distribution.Platform.Validation;

namespace Distribution.Platform.Addresses;

/// <summary>
/// Names of mailboxes that belong to a function: those of RFC 2142, and what newsrooms call theirs in English, French, Spanish and
/// Portuguese.
/// </summary>
internal static class RoleAddresses
{
    private static readonly HashSet<string> Roles = Words(
        """
        info marketing sales support abuse noc security postmaster hostmaster usenet webmaster www uucp ftp
        news newsroom newsdesk press pressoffice pressroom media mediarelations mediaoffice editor editors editorial desk citydesk foreigndesk picturedesk
        sportsdesk nightdesk studio production programmes tips letters feedback contact contactus office admin administrator administration
        hello mail enquiries inquiries reception secretary secretariat communications comms publicrelations pr team help helpdesk service root
        redaction presse servicepresse espacepresse accueil communication direction courrier bureau journal infos actu actualites
        redaccion prensa saladeprensa contacto noticias informacion secretaria comunicacion comunicaciones oficina direccion correo informativos
        redacao imprensa contato contactos jornalismo informacao informacoes comunicacao geral assessoria assessoriadeimprensa pauta
        """);

    private static readonly HashSet<string> NoReplies = Words(
        """
        noreply donotreply dontreply nepasrepondre noresponder noresponda naoresponda naoresponder mailerdaemon bounce bounces
        """);

    public static bool IsRole(string local) => Roles.Contains(Plain(local)) || IsNoReply(local);

    public static bool IsNoReply(string local) => NoReplies.Contains(Plain(local));

    /// <summary>Without a detail (RFC 5233), accents, and what stands between words.</summary>
    private static string Plain(string local) =>
        Ids.From(local.Split('+')[0]).Replace("-", "", StringComparison.Ordinal);

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
