using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Xunit;

namespace Distribution.Testing;

/// <summary>
/// One <see cref="Testing.HttpHost"/> for all tests of a class, with the offices, officers and lists of <see cref="PressOffice"/>.
/// </summary>
public sealed class PressOfficeHost(Azurite azurite) : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await HttpHost.StartAsync(azurite, Token);
        await PressOffice.AddAsync(App.Get<OfficeStore>(), App.Get<PressOfficerStore>(), App.Get<MediaListStore>(), Token);
    }

    /// <summary>A client of a new person who holds the role at the office or, without one, in the whole organisation.</summary>
    public async Task<HttpClient> ClientAsync(Role role, string? office = null) => App.Client(await App.NewKeyAsync(role, office));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
