namespace Junction.Quickstart;

/// <summary>Rows of text in columns as wide as their widest cell. Columns that stay empty are left out.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add([.. cells, .. Enumerable.Repeat("", columns.Length - cells.Length)]);

    public void Print()
    {
        int[] shown = [.. Enumerable.Range(0, columns.Length).Where(i => _rows.Exists(row => row[i].Length > 0))];
        int[] widths = [.. shown.Select(i => _rows.Max(row => row[i].Length)).Zip(shown, (width, i) => Math.Max(width, columns[i].Length))];
        Print(columns);
        Print([.. columns.Select((_, i) => new string('-', widths.ElementAtOrDefault(Array.IndexOf(shown, i))))]);
        _rows.ForEach(Print);

        void Print(string[] cells) =>
            Console.WriteLine("  " + string.Join("  ", shown.Zip(widths, (i, width) => cells[i].PadRight(width))).TrimEnd());
    }
}
