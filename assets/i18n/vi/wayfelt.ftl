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


## Faults and advice


## Edits, as undo names them


## Import and export


## The command line


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
