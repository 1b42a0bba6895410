using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests;

/// <summary>Tests of use cases: each has the application for itself, with the offices, officers and lists of <see cref="PressOffice"/>.</summary>
public abstract class CoreHostTests(Azurite azurite) : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected CoreHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await CoreHost.StartAsync(azurite, Token);
        await PressOffice.AddAsync(App.Get<OfficeStore>(), App.Get<PressOfficerStore>(), App.Get<MediaListStore>(), Token);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    protected async Task<Stored<Contact>> AddContactAsync(string address = "rosa@example.org") =>
        Assert.IsType<AddContactResult.Added>(await App.Get<AddContact>().RunAsync(PressOffice.Contact(address), Token)).Contact;

    protected async Task<Stored<Subscription>> SubscribeAsync(string contact, string list = "everyone") =>
        Assert.IsType<SubscribeContactResult.Subscribed>(
            await App.Get<SubscribeContact>().RunAsync(contact, PressOffice.Subscription(list), Token)).Subscription;

    /// <summary>Contacts who must not be mailed any more although a batch may name them.</summary>
    protected async Task<List<SendExclusion>> SendExclusionsAsync() =>
        await App.Get<SendExclusionStore>().SinceAsync(DateTimeOffset.MinValue, Token).Select(row => row.Value).ToListAsync(Token);

    protected async Task<Subscription> SubscriptionAsync(string contact, string list = "everyone") =>
        (await App.Get<SubscriptionStore>().FindAsync(list, contact, Token))!.Value;
}
