### Every word that people see. Ids are the same in all languages; a section belongs to one room of the code.


## The map's own words (layout, and wherever the map is read out)

phase-pre-purchase = Trước mua
phase-purchase = Trong mua
phase-post-purchase = Sau mua
role-user = người dùng
role-buyer = người mua
role-payer = người trả tiền
role-decider = người quyết định
role-influencer = người ảnh hưởng
line-interaction = Đường tương tác
line-visibility = Đường tầm nhìn
line-internal-interaction = Đường tương tác nội bộ
map-moment-of-truth = Quyết định
map-lowest = Thấp nhất { $value }
map-omtm = Chỉ số quan trọng nhất
map-validated = đã kiểm chứng
map-hypothesis = giả thuyết
map-unknown = chưa biết
map-not-involved = không tham gia
map-no-answer = Chưa có cơ hội
map-estimate = ước tính
map-as-is = Hiện trạng
map-to-be = Tương lai
map-impact-effort = tác động · công sức (1–5)
map-impact-effort-values = TĐ { $impact } · CS { $effort }
map-severity-share = mức nghiêm trọng, % khách gặp phải
map-repeats = khách phải lặp lại
map-legend = Nét liền: đã kiểm chứng, n ≥ 30, khoảng tin cậy 95%. Nét đứt: giả thuyết. Đứt quãng: chưa có dữ liệu hoặc không tham gia.
map-loss-estimate = ước tính theo { $source }: { $first } rời đi sau một lần trải nghiệm tệ, { $second } sau hai đến ba lần
map-untitled = Hành trình chưa đặt tên
map-step-place = bước { $n } trên { $count }
map-severity-of = mức nghiêm trọng { $value } trên 5
map-share-affected = { $share } khách gặp phải
map-rank = hạng { $rank }
map-impact-of = tác động { $value } trên 5
map-effort-of = công sức { $value } trên 5
map-owner = phụ trách { $owner }
map-persona-only = liên quan đến { $names }
map-repeats-name = khách phải lặp lại
map-missing = còn thiếu
map-redundant = dư thừa
map-score-name = { $persona }: { $value }
map-answers = { $n } câu trả lời
map-expected = kỳ vọng { $value }
map-kept-name = khách hàng ở lại: { $range }
map-at-most = nhiều nhất { $range }
map-priority-name = mức ưu tiên điểm đau { $value }
map-minutes = { $n } phút
map-hours = { $n } giờ
map-days = { $n } ngày
map-active = thao tác { $time }
map-waiting = chờ { $time }
map-target = mục tiêu { $value }
map-image-missing = Không tìm thấy hình: { $file }
map-votes = { $n } phiếu
map-risk = rủi ro
map-legend-marks = ? chưa biết. – không tham gia.

lane-actions = Hành động
lane-touchpoints = Điểm chạm
lane-thoughts = Suy nghĩ
lane-emotion = Cảm xúc
lane-pain-points = Điểm đau
lane-opportunities = Cơ hội
lane-metrics = Chỉ số
lane-expectations = Kỳ vọng
lane-needs = Nhu cầu
lane-quotes = Lời khách nói
lane-text = Ghi chú
lane-images = Hình minh họa
lane-frontstage = Khách nhìn thấy
lane-backstage = Hậu trường
lane-systems = Hệ thống
lane-evidence = Bằng chứng
lane-owners = Phụ trách
lane-time = Thời gian
lane-customers-kept = Khách hàng ở lại
lane-pain-priority = Mức ưu tiên điểm đau


## Channels

channel-store = Cửa hàng
channel-counter = Quầy giao dịch
channel-salesperson = Nhân viên bán hàng
channel-field-visit = Gặp tận nơi
channel-event = Sự kiện
channel-post = Bưu điện
channel-courier = Giao hàng
channel-packaging = Bao bì
channel-kiosk = Ki-ốt tự phục vụ
channel-point-of-sale = Máy POS
channel-call-centre = Tổng đài
channel-hotline = Đường dây nóng
channel-website = Website
channel-mobile-web = Web di động
channel-mobile-app = Ứng dụng
channel-live-chat = Chat trực tuyến
channel-chatbot = Chatbot
channel-email = Email
channel-sms = SMS
channel-messaging-app = Ứng dụng nhắn tin
channel-social-network = Mạng xã hội
channel-livestream = Livestream
channel-search-engine = Công cụ tìm kiếm
channel-advertising = Quảng cáo
channel-video = Video
channel-online-marketplace = Sàn thương mại điện tử
channel-review-site = Trang đánh giá
channel-community = Cộng đồng
channel-e-wallet = Ví điện tử
channel-ar-vr = AR/VR
channel-ai-assistant = Trợ lý AI
channel-self-service-portal = Cổng tự phục vụ
channel-connected-device = Thiết bị kết nối
channel-word-of-mouth = Truyền miệng


## Errors of files

file-too-large = Tệp này nặng { $size } MB; không bản đồ nào quá { $most } MB. Hãy chọn tệp khác.
file-too-new = Bản đồ này được lưu bằng Wayfelt mới hơn, ở định dạng { $found }; bản đang dùng chỉ đọc được đến định dạng { $supported }. Hãy cập nhật Wayfelt để mở. Tệp vẫn được giữ nguyên.
file-no-such-format = Không có định dạng { $found }. Hãy ghi "format: { $supported }".
file-not-utf8 = Byte { $byte } không phải UTF-8. Hãy lưu lại tệp dưới dạng văn bản UTF-8.
file-ends-early = Tệp kết thúc khi bản đồ chưa hết. Hãy đóng ngoặc hoặc đoạn văn bản còn mở, hoặc lấy lại tệp đầy đủ.
file-more-text = Còn văn bản sau phần kết thúc của bản đồ. Hãy xóa đi, hoặc tìm dấu ngoặc đóng quá sớm.
file-expected-comma = Chỗ này cần dấu phẩy hoặc dấu đóng ngoặc.
file-expected-colon = Chỗ này cần dấu hai chấm giữa tên và giá trị.
file-expected-bracket = Chỗ này cần { $bracket }.
file-expected-text = Chỗ này cần văn bản trong dấu ngoặc kép.
file-expected-end-of-text = Đoạn văn bản này chưa có điểm kết thúc. Hãy thêm dấu ngoặc kép đóng.
file-expected-number = Chỗ này cần một số, ví dụ 1.5.
file-expected-whole-number = Chỗ này cần một số nguyên.
file-expected-true-or-false = Chỗ này cần true hoặc false.
file-expected-name = Chỗ này cần một tên.
file-expected-end-of-comment = Ghi chú này chưa có điểm kết thúc. Hãy thêm */ vào sau.
file-expected-date = Chỗ này cần một ngày, ví dụ "2026-11-22".
file-expected-id = Chỗ này cần một mã: tám ký tự gồm chữ số và chữ thường, không có i, l, o, u, ví dụ "7h3k9m2p".
file-wrong-type = Chỗ này cần { $expected }, không phải { $found }.
file-unknown-field = Ở đây không có mục nào tên là { $found }. Có phải bạn muốn ghi { $nearest }?
file-unknown-field-of = Ở đây không có mục nào tên là { $found }. Các mục có thể dùng: { $known }.
file-unknown-choice = Không có lựa chọn { $found }. Có phải bạn muốn ghi { $nearest }?
file-unknown-choice-of = Không có lựa chọn { $found }. Hãy chọn trong số: { $known }.
file-missing-field = Thiếu { $field }. Hãy thêm vào trước chỗ này.
file-twice = { $name } xuất hiện hai lần. Hãy xóa bớt một.
file-out-of-range = Chỗ này cần một số từ { $low } đến { $high }, không phải { $found }.
file-does-not-fit = Số này quá lớn hoặc quá nhỏ. Hãy ghi số nhỏ hơn, không có dấu.
file-not-finite = Chỗ này cần một số hữu hạn, không phải vô cực hay NaN.
file-too-deep = Ngoặc lồng nhau sâu hơn mọi bản đồ. Hãy xóa những ngoặc thừa.
file-escape = Dấu gạch chéo ngược trước chữ này không có nghĩa. Hãy ghi \\ nếu muốn có dấu gạch chéo ngược.
file-other = Không đọc được: { $message }.

file-cannot-read = Không đọc được: { $reason }
file-cannot-save = Không lưu được: { $reason } Nội dung cũ vẫn còn nguyên.
file-reason-not-found = không có tệp hoặc thư mục này. Hãy kiểm tra lại tên.
file-reason-permission = không có quyền. Hãy chọn thư mục khác hoặc xin cấp quyền.
file-reason-is-folder = đây là một thư mục. Hãy chỉ ra một tệp trong đó.
file-reason-not-folder = một phần của đường dẫn không phải thư mục. Hãy kiểm tra lại tên.
file-reason-full = ổ đĩa đã đầy. Hãy dọn bớt hoặc chọn ổ khác.
file-reason-read-only = ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác.
file-reason-exists = tệp đã có sẵn. Hãy chọn tên khác hoặc xóa tệp đó trước.
file-reason-other = { $message }.


## Faults and advice

fault-duplicate = { $thing } có mã trùng với mục khác. Hãy đổi mã của một trong hai.
fault-unknown = { $at } nhắc đến { $named } không tồn tại. Hãy bỏ tham chiếu hoặc thêm mục đó.
fault-lane-without-cards = { $card } nằm ở { $lane } là dòng không chứa thẻ. Hãy chuyển thẻ sang dòng khác.
fault-wrong-content = { $card } chứa { $found }, nhưng dòng này dành cho { $expected }. Hãy chuyển thẻ hoặc đổi nội dung.
fault-span-before-start = { $card } kết thúc trước bước bắt đầu. Hãy cho thẻ kết thúc ở bước đó hoặc bước sau.
fault-span-in-tray = { $card } nằm trong khay nên không thể kéo qua nhiều bước. Hãy bỏ "until".
fault-not-pain-point = { $card } trả lời cho { $other } không phải là điểm đau. Hãy bỏ liên kết này.
fault-not-touchpoint = { $card } lặp lại điều đã nói ở { $other } không phải là điểm chạm khác. Hãy bỏ "said_first".
fault-phase-order = { $stage } có nhóm giai đoạn sai thứ tự trước mua, trong mua, sau mua. Hãy đổi nhóm hoặc chuyển vị trí.
fault-empty-score = Mức cảm xúc của { $persona } tại { $step } không có cả nhận định lẫn số đo. Hãy ghi một trong hai.
fault-measured-answers = Mức cảm xúc của { $persona } tại { $step } được đo mà không có câu trả lời nào. Hãy ghi số câu trả lời.
fault-measured-mean = Mức cảm xúc đo được của { $persona } tại { $step } nằm ngoài −2…+2. Hãy sửa giá trị trung bình.
fault-measured-spread = Độ lệch chuẩn của { $persona } tại { $step } nhỏ hơn 0. Hãy sửa lại.
fault-measured-bad = Tỷ lệ câu trả lời xấu của { $persona } tại { $step } nằm ngoài 0…1. Hãy sửa lại.
fault-not-finite = Một chỉ số không phải là số hữu hạn: { $at }. Hãy sửa lại.
fault-loss-rates = Tỷ lệ rời bỏ phải từ 0 đến 1, tỷ lệ thứ hai không nhỏ hơn tỷ lệ thứ nhất. Hãy sửa lại.
fault-file-name = { $at } dùng hình { $name } nằm ngoài thư mục hình của bản đồ. Hãy chọn tệp trong thư mục đó.
fault-the-map = cả bản đồ
thing-persona = Chân dung "{ $name }"
thing-segment = Phân khúc "{ $name }"
thing-stage = Giai đoạn "{ $name }"
thing-step = Bước "{ $name }"
thing-lane = Dòng "{ $name }"
thing-card = Thẻ "{ $name }"
thing-channel = Kênh "{ $name }"
thing-evidence = Bằng chứng "{ $name }"
content-text = văn bản
content-touchpoint = điểm chạm
content-pain-point = điểm đau
content-opportunity = cơ hội
content-metric = chỉ số
content-image = hình ảnh
content-process = quy trình


## Edits, as undo names them


## Import and export

format-svg = Hình SVG
format-png = Hình PNG
format-pdf = Tài liệu PDF
export-too-large = Hình sẽ có { $width } × { $height } điểm ảnh, vượt mức tối đa { $most } của PNG. Hãy chọn tỷ lệ nhỏ hơn.
export-failed = Không tạo được { $format }: { $message }.


## The command line

cli-about = Bản đồ hành trình khách hàng: không kèm lệnh thì mở cửa sổ
cli-usage = Cách dùng:
cli-commands = Lệnh:
cli-options = Tùy chọn:
cli-files = Tệp:
cli-open-files = Các bản đồ mở trong cửa sổ
cli-help = In hướng dẫn
cli-version = In phiên bản
cli-lang = Ngôn ngữ của kết quả và thông báo: en hoặc vi
cli-new = Tạo bản đồ mới từ mẫu
cli-new-template = Tên mẫu
cli-out = Tệp cần ghi; - là đầu ra chuẩn
cli-import = Tạo bản đồ từ sơ đồ ở định dạng khác
cli-import-input = Sơ đồ (.mmd, .md, .txt); - là đầu vào chuẩn
cli-import-nth = Lấy sơ đồ thứ mấy, tính từ 1
cli-export = Xuất bản đồ thành hình
cli-export-files = Các bản đồ; - là đầu vào chuẩn
cli-export-to = Các định dạng, cách nhau bằng dấu phẩy: { $known }
cli-export-folder = Thư mục để ghi, mỗi tệp mang tên bản đồ của nó
cli-export-theme = light (sáng) hoặc dark (tối); nếu không, theo bản đồ
cli-export-scale = Số điểm ảnh PNG cho mỗi đơn vị của bản đồ
cli-export-all = Hiện các dòng bị ẩn, mở các dòng thu gọn
cli-export-text = paths: chữ thành nét vẽ trong SVG, cho phần mềm bỏ qua phông nhúng
cli-export-transparent = Không có nền
cli-check = Liệt kê lỗi và lời khuyên cho bản đồ
cli-check-json = Ghi danh sách dạng JSON
cli-check-strict = Tính cả lời khuyên là vấn đề
cli-format = Viết lại bản đồ theo dạng chuẩn
cli-format-check = Không ghi gì, chỉ báo tệp nào sẽ thay đổi
cli-faults = Bản đồ không hợp lệ vì có { $count } lỗi. Hãy chạy "wayfelt check { $file }" để xem và sửa bản đồ.
cli-one-fault = Bản đồ không hợp lệ vì một lỗi: { $fault }
cli-nothing-found = không có vấn đề nào
cli-advice = lời khuyên: { $advice }
cli-warning = lưu ý: { $warning }
cli-not-canonical = chưa ở dạng chuẩn. Hãy chạy "wayfelt format { $file }" để viết lại.
cli-rewritten = đã viết lại
cli-template-unknown = Không có mẫu "{ $name }". Hãy chọn trong số: { $known }.
cli-exists = Đã có tệp mang tên này. Hãy chọn tên khác hoặc xóa tệp đó trước.
cli-out-needed = Hãy chỉ ra nơi ghi: -o TỆP, hoặc --to ĐỊNH-DẠNG cùng --out-dir THƯ-MỤC.
cli-out-one = -o chỉ nhận một bản đồ ở một định dạng. Hãy dùng --to ĐỊNH-DẠNG cùng --out-dir THƯ-MỤC khi có nhiều.
cli-out-same = Hai kết quả sẽ cùng mang tên { $file }. Hãy xuất từng bản đồ một.
cli-format-unknown = Không xuất được định dạng "{ $name }". Hãy chọn trong số: { $known }.
cli-format-needed = Ghi ra đầu ra chuẩn cần đúng một định dạng, ví dụ --to svg.
cli-input-once = Đầu vào chuẩn chỉ đọc được một lần. Hãy ghi - một lần thôi.
cli-import-later = Chưa nhập được tệp .{ $extension }. Hãy đưa sơ đồ Mermaid journey dạng .mmd, .md hoặc .txt.
cli-no-window = Bản wayfelt này được biên dịch không kèm cửa sổ. Hãy biên dịch bằng "cargo build --release", hoặc dùng lệnh: wayfelt --help.


## Commands


## The window


# The panels' words in this section.

card-text = Ghi chú
card-touchpoint = Điểm chạm
card-pain-point = Điểm đau
card-opportunity = Cơ hội
card-metric = Chỉ số
card-image = Hình ảnh
card-process = Quy trình
touchpoint-in-use = Đang dùng
touchpoint-missing = Còn thiếu
touchpoint-redundant = Thừa
service-person = Nhân viên
service-automated = Tự động
service-self = Tự phục vụ
opportunity-idea = Ý tưởng
opportunity-planned = Đã lên kế hoạch
opportunity-in-progress = Đang làm
opportunity-done = Đã xong
opportunity-rejected = Không làm
business-e-commerce = Thương mại điện tử
business-saas = SaaS
business-free-mobile-app = Ứng dụng di động miễn phí
business-media-site = Trang tin tức
business-user-generated = Nội dung do người dùng tạo
business-marketplace = Sàn giao dịch hai phía
business-launch = Ra mắt
business-growth = Tăng trưởng
business-profit = Có lợi nhuận
business-maturity = Trưởng thành
outline-journey = Giai đoạn và bước
outline-lanes = Dòng
outline-personas = Chân dung khách hàng
outline-add-stage = Thêm giai đoạn
outline-add-step = Thêm bước vào { $stage }
outline-add-lane = Thêm dòng
outline-add-persona = Thêm chân dung
outline-new-stage = Giai đoạn mới
outline-new-step = Bước mới
outline-new-persona = Khách hàng mới
outline-no-stages = Chưa có giai đoạn nào. Giai đoạn là một phần của hành trình, ví dụ Nhận biết hoặc Hỗ trợ; mỗi bước là một việc khách hàng làm.
outline-no-lanes = Chưa có dòng nào. Mỗi dòng chứa một loại thông tin: điểm chạm, cảm xúc, điểm đau.
outline-no-personas = Chưa có chân dung nào. Mỗi chân dung là một khách hàng giả định, dựa trên nghiên cứu, đi hết hành trình này.
outline-unnamed = Chưa đặt tên
outline-phase = Nhóm giai đoạn { $name }
outline-stage = Giai đoạn { $name }
outline-step = Bước { $name }
outline-step-moment = Bước { $name }, khoảnh khắc quyết định
outline-lane = Dòng { $name }
outline-persona = Chân dung { $name }
outline-hidden = đang ẩn
outline-collapsed = đang thu gọn
outline-locked = đang khóa
outline-rename = Đổi tên { $name }
outline-menu-rename = Đổi tên
outline-menu-add-step = Thêm bước
outline-menu-up = Chuyển lên
outline-menu-down = Chuyển xuống
outline-menu-remove = Xóa
outline-menu-moment = Đánh dấu khoảnh khắc quyết định
outline-menu-no-moment = Bỏ đánh dấu khoảnh khắc quyết định
outline-menu-hide = Ẩn trên bản đồ
outline-menu-show = Hiện trên bản đồ
outline-menu-collapse = Thu gọn
outline-menu-expand = Mở rộng
outline-menu-lock = Khóa
outline-menu-unlock = Mở khóa
inspector-untitled = { $kind } chưa có nội dung
inspector-date-hint = 22/11/2026
inspector-map = Bản đồ
inspector-title = Tiêu đề
inspector-scenario = Kịch bản
inspector-language = Ngôn ngữ của bản đồ
inspector-state = Hành trình
inspector-date = Ngày
inspector-theme = Giao diện khi xuất
inspector-theme-light = Sáng
inspector-theme-dark = Tối
inspector-none = Không
inspector-business = Doanh nghiệp
inspector-business-model = Mô hình kinh doanh
inspector-business-stage = Giai đoạn phát triển
inspector-omtm = Chỉ số quan trọng nhất
inspector-omtm-name = Tên chỉ số
inspector-loss = Tỷ lệ rời bỏ
inspector-loss-about = Bao nhiêu khách rời đi sau trải nghiệm tệ. Dùng để ước tính số khách hàng ở lại.
inspector-loss-first = Sau một lần, %
inspector-loss-second = Sau hai đến ba lần, %
inspector-loss-source = Nguồn của tỷ lệ
inspector-notes = Ghi chú
inspector-phase = Nhóm giai đoạn
inspector-no-phase = Không thuộc nhóm nào
inspector-phase-stages = Các giai đoạn thuộc { $name }: { $stages }
inspector-name = Tên
inspector-unit = Đơn vị
inspector-unit-name = Tên đơn vị
unit-number = Số
unit-percent = Phần trăm
unit-minutes = Phút
unit-seconds = Giây
unit-days = Ngày
unit-points = Điểm
unit-other = Khác
inspector-direction = Càng tốt khi
direction-up = Càng cao
direction-down = Càng thấp
inspector-baseline = Ban đầu
inspector-value = Hiện tại
inspector-target = Mục tiêu
inspector-persona = Chân dung khách hàng
inspector-description = Tuổi, nghề nghiệp
inspector-roles = Vai trò
inspector-goal = Mục tiêu của khách
inspector-quote = Câu nói tiêu biểu
inspector-segment = Phân khúc
inspector-color-label = Màu
inspector-color-none = Màu mặc định
inspector-color = Màu { $place }
inspector-profile = Hồ sơ
inspector-new-field = Tên trường mới
inspector-add-named = Thêm “{ $name }”
inspector-remove-field = Xóa trường “{ $name }”
profile-age = Tuổi
profile-occupation = Nghề nghiệp
profile-place = Nơi ở
profile-devices = Thiết bị
profile-motives = Động lực
profile-worries = Nỗi lo
inspector-stage = Giai đoạn
inspector-expected-touchpoints = Số điểm chạm nên có
inspector-observed-touchpoints = Đang dùng: { $count }
inspector-step = Bước
inspector-moment = Khoảnh khắc quyết định: khách ở lại hay rời đi
inspector-scores = Cảm xúc
inspector-score-state = Điểm của { $name }
score-scored = Có điểm
score-unknown = Chưa biết
score-not-involved = Không tham gia
inspector-believed = Nhóm nhận định, { $name }
inspector-expected = Kỳ vọng, { $name }
inspector-validated = Đã kiểm chứng, { $name }
inspector-time = Thời gian
inspector-active = Thao tác, phút
inspector-waiting = Chờ đợi, phút
inspector-risk = Rủi ro
inspector-worst-case = Tình huống xấu nhất
inspector-answer = Cách xử lý
inspector-lane = Dòng
inspector-lane-kind = Nội dung của dòng
inspector-lane-kind-about = Khi đổi loại, thẻ giữ nguyên nội dung chữ; dữ liệu riêng của loại cũ sẽ mất.
inspector-height = Chiều cao tối thiểu
inspector-collapsed = Thu gọn
inspector-hidden = Ẩn
inspector-locked = Khóa
inspector-in-tray = Nằm trong khay, chưa đặt lên bản đồ
inspector-text = Nội dung
inspector-text-touchpoint = Nội dung; để trống sẽ hiện tên kênh
inspector-text-pain = Vấn đề gặp phải
inspector-text-opportunity = Ý tưởng
inspector-text-metric = Chỉ số
inspector-text-image = Chú thích
inspector-text-process = Việc diễn ra
inspector-who = Liên quan đến
inspector-who-all = Không chọn ai: liên quan đến tất cả
inspector-mixed = khác nhau
inspector-owner = Bộ phận phụ trách
inspector-owner-set = Phụ trách { $name }
inspector-evidence = Bằng chứng
inspector-add-evidence = Thêm bằng chứng
inspector-remove = Bỏ “{ $name }”
inspector-more = Thêm
inspector-span = Kéo dài đến
inspector-span-none = Chỉ bước này
inspector-links = Liên kết
inspector-link-label = Nội dung liên kết đến “{ $name }”
inspector-link-hint = nội dung liên kết
inspector-add-link = Liên kết đến thẻ gần đây
inspector-votes = Lượt bình chọn
inspector-severity = Mức độ nghiêm trọng
inspector-share = Tỷ lệ khách gặp phải
inspector-share-number = Tỷ lệ khách gặp phải, phần trăm
inspector-unrated = Chưa đánh giá: đặt mức nghiêm trọng và tỷ lệ khách gặp phải để xếp hạng.
inspector-priority = Mức ưu tiên { $priority }
inspector-priority-doubled = = mức nghiêm trọng { $severity } × { $share } × 2, khoảnh khắc quyết định tính gấp đôi
inspector-priority-plain = = mức nghiêm trọng { $severity } × { $share } khách gặp phải
inspector-answered-by = Được giải quyết bởi
inspector-unanswered = Chưa có cơ hội nào giải quyết.
inspector-make-opportunity = Tạo cơ hội
inspector-answer-with = Chọn cơ hội đã có
inspector-no-longer-answers = Bỏ “{ $name }” khỏi điểm đau này
inspector-impact = Tác động
inspector-effort = Công sức
inspector-progress = Trạng thái
inspector-due = Hạn
inspector-importance = Tầm quan trọng với khách, 0–10
inspector-opportunity-score = Điểm cơ hội { $score }/20 (Ulwick): tầm quan trọng + phần chưa được đáp ứng
inspector-answers = Giải quyết điểm đau
inspector-add-answer = Thêm điểm đau
inspector-image-file = Tên tệp
inspector-image-alternative = Mô tả hình ảnh
inspector-touchpoint-state = Trạng thái
inspector-service = Phục vụ bởi
inspector-personalised = Cá nhân hóa: được đối xử như một con người
inspector-repeats = Khách phải nói lại điều đã nói
inspector-said-first = Đã nói lần đầu ở
inspector-channel = Kênh
inspector-channel-none = Chưa chọn kênh
inspector-channel-search = Tìm kênh
inspector-channel-add = Thêm kênh “{ $name }”
inspector-many = { $count } thẻ
inspector-remove-cards = Xóa { $count } thẻ


## Insights and plots


# The panels' words in this section.

plot-emotion = Cảm xúc
plot-emotion-about = điểm theo từng bước · nét liền: đã kiểm chứng, nét đứt: giả thuyết
plot-pain-points = Điểm đau
plot-pain-points-about = mức nghiêm trọng × tỷ lệ khách gặp phải · diện tích: mức ưu tiên
plot-priorities = Mức ưu tiên
plot-priorities-about = và tỷ lệ cộng dồn · đậm: 80% đầu tiên
plot-axis-steps = bước
plot-axis-score = điểm, −2…+2
plot-axis-affected = khách gặp phải, %
plot-axis-severity = mức nghiêm trọng, 1–5
plot-axis-priority = mức ưu tiên, 0–10
plot-running-share = tỷ lệ cộng dồn, %
plot-score-banded = { $value }, đo được, n = { $n }, khoảng tin cậy 95% từ { $low } đến { $high }
plot-score-measured = { $value }, đo được, n = { $n }
plot-score-believed = { $value }, theo nhận định của nhóm
plot-validated = Đã kiểm chứng
plot-hypothesis = Giả thuyết
plot-lowest = Điểm thấp nhất của hành trình
plot-pain-figures = Mức nghiêm trọng { $severity }/5, { $share } khách gặp phải
plot-pain-priority = Mức ưu tiên { $priority } = mức nghiêm trọng { $severity } × { $share }
plot-pain-doubled = Mức ưu tiên { $priority } = mức nghiêm trọng { $severity } × { $share } × 2, khoảnh khắc quyết định tính gấp đôi
plot-pain-running = { $rank } điểm đau đứng đầu chiếm { $share } tổng mức ưu tiên
insights-which = Biểu đồ
insights-no-scores = Chưa có điểm cảm xúc. Di chuyển đến ô của dòng Cảm xúc rồi nhấn phím 1 đến 5: 1 là rất tệ, 5 là rất tốt.
insights-no-pain = Chưa có điểm đau nào được đánh giá. Chọn một điểm đau rồi đặt mức nghiêm trọng và tỷ lệ khách gặp phải, hoặc gõ ngay trong ô: Trừ tiền nhưng báo lỗi !5 18%
insights-rate = Đánh giá “{ $name }”
