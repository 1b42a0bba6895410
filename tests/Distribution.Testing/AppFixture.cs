using Xunit;

namespace Distribution.Testing;

/// <summary>One <see cref="Testing.App"/> for all tests of a class, which keep apart by the ids they use.</summary>
public sealed class AppFixture(Azurite azurite) : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(azurite, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
