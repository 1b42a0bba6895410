namespace Distribution.Server.Embedded;

/// <summary>The ports that Azurite listens on.</summary>
internal sealed record AzuriteEndpoints(int Blob, int Queue, int Table)
{
    // Azurite's account and key are public: every copy of it has the same.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static readonly AzuriteEndpoints Any = new(0, 0, 0);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={Address(Blob)};QueueEndpoint={Address(Queue)};TableEndpoint={Address(Table)};";

    private static string Address(int port) => $"http://127.0.0.1:{port}/{Account}";
}
