using Distribution.Releases.Drafts;
using Distribution.Web.Console.Shell;

namespace Distribution.Web.Console.Releases;

/// <summary>The addresses of a release's pages.</summary>
internal static class ReleaseAddresses
{
    public const string List = $"{ConsoleRoutes.Home}/releases";

    public static string Release(string id) => $"{List}/{id}";

    /// <param name="language">The text that is written; the original where it is left out.</param>
    public static string Write(string id, string? language = null) =>
        language is null ? $"{List}/{id}/write" : $"{List}/{id}/write/{language}";

    public static string Preview(string id) => $"{List}/{id}/preview";

    public static string Audience(string id) => $"{List}/{id}/audience";

    public static string Send(string id) => $"{List}/{id}/send";

    public static string History(string id) => $"{List}/{id}/history";

    public static string Dispatch(string id) => $"{ConsoleRoutes.Home}/dispatches/{id}";

    /// <summary>The page on which a release is worked on in a state.</summary>
    public static string ForState(string id, ReleaseState state) =>
        ReleaseStateMachine.IsBeingWritten(state) ? Write(id) : Send(id);
}
