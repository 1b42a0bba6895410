using Xunit;

namespace Distribution.Testing;

/// <summary>One <see cref="Testing.HttpHost"/> for all tests of a class, which keep apart by the ids they use.</summary>
public sealed class HttpHostFixture(Azurite azurite) : IAsyncLifetime
{
    public HttpHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await HttpHost.StartAsync(azurite, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
